"""Do the Korean and the English page say the same things in the same order?"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from proven.fault import Fault
from proven.script import ROOT, shown
from workshop.page import LANGUAGES, Item, Page, load_pages


def check(root: Path = ROOT) -> list[Fault]:
    """Every gap between the languages; each names both files and lines."""
    ours, theirs = (load_pages(language, root) for language in LANGUAGES)
    faults: list[Fault] = []
    for name in sorted(ours.keys() | theirs.keys()):
        if name in ours and name in theirs:
            faults += gaps(ours[name], theirs[name])
        else:
            page = ours.get(name) or theirs[name]
            missing = next(language for language in LANGUAGES if language != page.language)
            faults.append(Fault(page.path, 1, f"docs/{missing}/{name}.md does not exist", "write it with the same headings and embeds"))
    return faults


def gaps(ours: Page, theirs: Page) -> Iterator[Fault]:
    """Where two pages of one name differ in front matter keys or in what follows what."""
    if list(ours.meta) != list(theirs.meta):
        fault = f"front matter keys {', '.join(ours.meta) or 'none'}; {shown(theirs.path)}:1 has {', '.join(theirs.meta) or 'none'}"
        yield Fault(ours.path, 1, fault, "write the same keys in the same order")
    left, right = ([(item.kind, item.what) for item in page.items] for page in (ours, theirs))
    for change, i, i_end, j, j_end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if change != "equal":
            here, there = ours.items[i:i_end], theirs.items[j:j_end]
            fault = f"{_names(here)}; {shown(theirs.path)}:{_line(theirs, j)} has {_names(there)}"
            yield Fault(ours.path, _line(ours, i), fault, "make both pages say the same in the same order")


def _line(page: Page, index: int) -> int:
    return page.items[index].line if index < len(page.items) else page.source.count("\n")


def _names(items: tuple[Item, ...]) -> str:
    return (
        ", ".join(f"{item.kind} `{item.what.replace(chr(10), ' | ')[:60]}`" for item in items[:3]) + (" ..." if items[3:] else "")
        or "nothing here"
    )
