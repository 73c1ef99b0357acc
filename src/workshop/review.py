"""Which sections must be looked at again, because the other language or an embedded snippet changed since both were last read.

data/reviews.json keeps, for each section of each page, a digest of the Korean text, of the English text and of everything embedded.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from proven.fault import Fault, read
from proven.script import ROOT, is_section_mark, sections, shown
from workshop.page import LANGUAGES, Page, load_pages
from workshop.parity import gaps

_SAMPLE = re.compile(r"^# ?~")
_VARIES = re.compile(r"'[^']*'|\"[^\"]*\"|[-+]?\d[\d.,e+-]*")


def check(root: Path = ROOT) -> list[Fault]:
    """Every section that is stale: where to look, what changed, and how to say that it was read."""
    reviews, theirs = _read(root), load_pages("en", root)
    pairs = [(page, theirs[name]) for name, page in load_pages("ko", root).items() if name in theirs]
    return [fault for ours, other in pairs for fault in _stale(ours, other, reviews.get(ours.name, {}), root)]


def done(names: list[str], root: Path = ROOT) -> list[str]:
    """Record that these pages (all, if none is named) were read in both languages, and drop pages that are gone. Returns their names.

    Raises:
        Fault: there is no such page, or its languages differ; nothing is recorded then.
    """
    reviews, theirs, ours = _read(root), load_pages("en", root), load_pages("ko", root)
    for name in names or sorted(ours):
        if name not in ours or name not in theirs:
            path = root / "docs" / ("ko" if name not in ours else "en") / f"{name}.md"
            raise Fault(path, 1, "there is no such page", "name pages as chapter/page, without .md")
        if gap := next(gaps(ours[name], theirs[name]), None):
            raise Fault(gap.path, gap.line, gap.what, f"{gap.mend}; then {name} can be recorded as read")
        reviews[name] = _digests(ours[name], theirs[name], root)
    kept = {name: reviews[name] for name in sorted(reviews) if name in ours}
    (root / "data" / "reviews.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return names or sorted(ours)


def _read(root: Path) -> dict[str, dict[str, dict[str, str]]]:
    path = root / "data" / "reviews.json"
    try:
        return json.loads(read(path)) if path.exists() else {}
    except json.JSONDecodeError as error:
        raise Fault(path, error.lineno, f"not JSON: {error.msg}", "restore the file from git") from None


def _digests(ours: Page, theirs: Page, root: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for page in (ours, theirs):
        for ident, _, text, embeds in page.sections():
            found.setdefault(ident, {})[page.language] = _digest(text)
            found[ident] |= {embed: _digest(_proof(embed, root)) for embed in embeds}
    return found


def _stale(ours: Page, theirs: Page, reviewed: dict[str, dict[str, str]], root: Path) -> Iterator[Fault]:
    places = {page.language: {ident: line for ident, line, *_ in page.sections()} for page in (ours, theirs)}
    for ident, now in _digests(ours, theirs, root).items():
        then = reviewed.get(ident, {})
        changed = [what for what in {**now, **then} if now.get(what) != then.get(what)]
        if not changed:
            continue
        pair = [page for page in (ours, theirs) if ident in places[page.language]]
        if changed == [ours.language]:  # where one language changed, the other is the one to look at
            pair.reverse()
        beside = "".join(f" beside {shown(page.path)}:{places[page.language][ident]}" for page in pair[1:])
        what = (
            "never read in both languages" if not then else "changed: " + ", ".join(f"{c} text" if c in LANGUAGES else c for c in changed)
        )
        yield Fault(
            pair[0].path, places[pair[0].language][ident], f"#{ident}: {what}", f"read it{beside}, then `tbe review --done {ours.name}`"
        )


def _proof(embed: str, root: Path) -> str:
    """The embedded code with its recorded output; of a sample only the words count, its values differ from run to run."""
    file, _, name = embed.partition(":")
    path = next((folder / file for folder in (root / "snippets", root / "src") if (folder / file).is_file()), None)
    if path is None:
        return ""  # the check of the pages says so
    lines = read(path).splitlines()
    if name:
        section = sections(path, "\n".join(lines)).get(name)
        lines = lines[section.start : section.end - 1] if section else []
    lines = [_VARIES.sub("", line) if _SAMPLE.match(line) else line.rstrip() for line in lines if not is_section_mark(line)]
    return "\n".join(lines)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
