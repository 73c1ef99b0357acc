"""The words of the Korean pages: data/glossary.csv says which rendering is ours and which are not used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from proven.fault import Fault
from workshop.page import Page
from workshop.project import Site

LANGUAGE = "ko"
_ADDRESS = re.compile(r"\]\([^)]*\)|<?https?://\S+")


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Every avoided word; and rows of data/explained.csv that name no term of the glossary, or no page.

    Raises:
        Fault: a rendering that one row of the glossary asks for and another one avoids.
    """
    avoided = _avoided(project)
    right = {term.words[LANGUAGE] for term in project.glossary}
    longer = {word for word in right if any(part in avoided for part in word.split())}
    for page in pages[LANGUAGE].values():
        yield from _faults(page, avoided, longer)
    terms, written = {term.words["en"] for term in project.glossary}, project.pages(LANGUAGE)
    for term, (name, line) in project.explained.items() if project.is_all(pages) else ():
        if term not in terms or name not in written:
            what = f"{term!r} is no term of the glossary" if term not in terms else f"{name}, which explains {term!r}, is no page"
            yield Fault(project.data / "explained.csv", line, what, "correct the row")


def _avoided(project: Site) -> dict[str, tuple[str, list[str]]]:
    """For each avoided rendering the right one, and the words that only begin like it (column `allow`)."""
    right = {term.words[LANGUAGE] for term in project.glossary}
    avoided: dict[str, tuple[str, list[str]]] = {}
    for term in project.glossary:
        for word in term.avoid:
            if word in right or word in avoided:
                path = project.data / "glossary.csv"
                raise Fault(path, term.line, f"{word!r} is the right word or avoided in another row", "keep it in one row")
            avoided[word] = term.words[LANGUAGE], [allowed for allowed in term.allow if allowed.startswith(word)]
    return avoided


def _faults(page: Page, avoided: dict[str, tuple[str, list[str]]], longer: set[str]) -> Iterator[Fault]:
    # A word counts where it begins, whatever particle or ending follows: 로스 is found in 로스를, not in 크로스.
    # Nor in 포컬 로스, a term of ours (`longer`) that holds the word: it is read whole.
    known = sorted({*avoided, *longer}, key=len, reverse=True)
    words = re.compile(r"(?<![가-힣])(?:" + "|".join(map(re.escape, known)) + ")")
    # The same length as before, so that a place stays one; and a term may be broken over two lines.
    prose = _ADDRESS.sub(lambda address: " " * len(address[0]), page.prose).replace("\n", " ")
    for match in words.finditer(prose) if avoided else ():
        if match[0] in longer:
            continue
        right, allowed = avoided[match[0]]
        if not any(prose.startswith(word, match.start()) for word in allowed):
            line = page.prose.count("\n", 0, match.start()) + 1
            yield Fault(page.path, line, f"{match[0]!r} is not our word", f"write {right!r} (data/glossary.csv)")
