"""Faults of pages that were written before a check was there: data/debt.csv lists them, and may only shrink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from proven.fault import Fault
from workshop import tables
from workshop.page import Page
from workshop.project import Site

COLUMNS = ("check", "language", "page", "what")


def kept(project: Site, pages: Mapping[str, Mapping[str, Page]], check: str, found: Iterable[tuple[Page, str, Fault]]) -> Iterator[Fault]:
    """The faults that a check found (page, what, fault) without those that are known; and what is known but no longer a fault."""
    path = project.data / "debt.csv"
    rows = [
        (line, (row["language"], row["page"], row["what"]))
        for line, row in tables.rows(path, COLUMNS, "a known fault", f"write {','.join(COLUMNS)}")
        if row["check"] == check
    ]
    owed, whole = Counter(known for _, known in rows), project.is_all(pages)
    for page, what, fault in found:
        if owed[known := (page.language, page.name, what)]:
            owed[known] -= 1
        else:
            yield fault
    for line, known in rows:
        language, name, what = known
        if owed[known] and (name in pages.get(language, ()) or whole):
            owed[known] -= 1
            yield Fault(
                path, line, f"{what} on docs/{language}/{name}.md is no longer a fault", "delete this row: the list may only shrink"
            )
