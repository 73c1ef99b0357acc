"""Compares two built sites page by page: what they say, and of which elements it is made.

    uv run python scripts/compare_sites.py <before> <after> [--show 20] [--text] [--without .proof] [page ...]

Of each page the article is compared: every element with its id, classes and address, and every text. What only looks different to a
program is left out: spans in highlighted code, white space, word joiners and the numbers in Material's own ids.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag

KEPT = ("id", "class", "href", "src", "alt", "lang", "aria-label", "open", "download", "data-program", "data-lines", "data-copy")
DRAWN = ("svg", "math", "pre")  # compared as one piece


def lines(page: Path, text_only: bool, without: str) -> list[str]:
    """The article of a page, a line an element or a text."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    for unwanted in soup.select(without) if without else ():
        unwanted.decompose()
    return list(_lines(soup.find("article") or soup.body or soup, text_only))


def _lines(node: Tag, text_only: bool) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Tag):
            if not text_only:
                yield _element(child)
            if child.name in DRAWN:
                yield from filter(None, (_text(line) for line in child.get_text().split("\n")))
            else:
                yield from _lines(child, text_only)
        elif type(child) is NavigableString and (said := _text(child)):
            yield said


def _element(tag: Tag) -> str:
    kept = {key: tag[key] for key in KEPT if tag.has_attr(key)}
    shown = " ".join(f'{key}="{" ".join(value) if isinstance(value, list) else value}"' for key, value in kept.items())
    return f"<{tag.name}{' ' + shown if shown else ''}>"


def _text(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2060", "")).strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("pages", nargs="*", help="only pages whose address holds one of these")
    parser.add_argument("--show", type=int, default=12, help="lines of each difference that are shown")
    parser.add_argument("--text", action="store_true", help="compare the texts alone")
    parser.add_argument("--without", default="", metavar="SELECTOR", help="leave out what this CSS selector finds")
    given = parser.parse_intermixed_args()
    sites = [{path.relative_to(root).as_posix(): path for path in root.rglob("*.html")} for root in (given.before, given.after)]
    differing = 0
    for name in sorted(sites[0].keys() | sites[1].keys()):
        if given.pages and not any(part in name for part in given.pages):
            continue
        if missing := [str(root) for site, root in zip(sites, (given.before, given.after), strict=True) if name not in site]:
            print(f"{name}: missing in {missing[0]}")
            differing += 1
            continue
        one, two = (lines(site[name], given.text, given.without) for site in sites)
        found = [line for line in difflib.unified_diff(one, two, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]
        if found:
            differing += 1
            print(f"{name}: {len(found)} lines differ", *(f"  {line[:200]}" for line in found[: given.show]), sep="\n")
    print(f"{differing} of {len(sites[0].keys() | sites[1].keys())} pages differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
