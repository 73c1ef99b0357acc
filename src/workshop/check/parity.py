"""Do the pages of all languages say the same things in the same order?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from proven.fault import Fault, shown
from workshop.page import Item, Page
from workshop.project import Site


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Every gap between the first language and each other one; each names both files and lines."""
    first, *others = project.languages
    written = project.all_pages()
    for language in others:
        for name in sorted(pages[first].keys() | pages[language].keys()):
            ours, theirs = written[first].get(name), written[language].get(name)
            if ours and theirs:
                yield from gaps(ours, theirs)
            elif page := ours or theirs:
                missing = language if ours else first
                yield Fault(page.path, 1, f"docs/{missing}/{name}.md does not exist", "write it with the same headings and embeds")


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
    named = [f"{item.kind} `{item.what.replace(chr(10), ' | ')[:60]}`" for item in items[:3]]
    return ", ".join(named) + (" ..." if items[3:] else "") or "nothing here"
