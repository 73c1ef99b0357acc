"""What stands around each page and is not Markdown: its address in every language, and how to mend it."""

from __future__ import annotations

import posixpath
import subprocess
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit


def page(known: dict[str, Any], url: str, source: str, repository: Path) -> dict[str, Any]:
    """Of the page at `url` below its language's site; `known` is build/<language>.json."""
    here, root = known["folder"], known["root"]
    sites = [
        site | {"absolute": root + site["folder"] + url, "relative": _relative(site["folder"] + url, here + url)} for site in known["sites"]
    ]
    facts = {"page": root + here + url, "language": known["language"], "commit": _commit(repository), "torch": known["torch"]}
    body = "\n".join(f"{name}: {fact}" for name, fact in facts.items() if fact)
    query = {"title": f"{url or '/'} ({known['language']}): ", "body": f"{known['words']['problem']}\n\n\n\n---\n{body}\n"}
    mend = {"edit": f"{known['github']}/edit/main/{source}", "report": f"{known['github']}/issues/new?{urlencode(query)}"}
    return {"languages": sites, "mend": mend, "up": _relative("", here + url)}


def anywhere(known: dict[str, Any]) -> dict[str, Any]:
    """Of the page that a server shows for what does not exist, at any depth: its switch leads to the front pages."""
    path = urlsplit(known["root"]).path
    return {"languages": [site | {"relative": path + site["folder"]} for site in known["sites"]]}


def _relative(target: str, here: str) -> str:
    """From one address to another, both below the same root; a folder's address ends in a slash."""
    found = posixpath.relpath(f"/{target}", posixpath.dirname(f"/{here}"))
    return f"{found}/" if not target or target.endswith("/") else found


@cache
def _commit(root: Path) -> str:
    """The commit that the site is built from; empty outside a clone."""
    try:
        done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
