"""What readers type (data/queries.csv): every page has its questions, and every question its pages. That the search finds them, a test says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proven.fault import Fault
from workshop.page import Page
from workshop.project import Site


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Questions that stand twice or name no page, and pages of the navigation that answer none."""
    path = project.data / "queries.csv"
    if not path.exists():
        return
    written, whole = project.all_pages(), project.is_all(pages)
    answered: set[tuple[str, str]] = set()
    asked: dict[tuple[str, str], int] = {}
    for query in project.queries:
        if first := asked.get((query.language, query.text)):
            yield Fault(path, query.line, f"{query.text!r} stands twice (first on line {first})", "name all its pages in one row: a|b")
        asked.setdefault((query.language, query.text), query.line)
        for name in query.pages:
            answered.add((query.language, name))
            if whole and name not in written[query.language]:
                yield Fault(path, query.line, f"{query.text!r} leads to {name}, which is no page", "correct the column `page`")
    for name in (page for chapter in project.nav.values() for page in chapter.pages):
        for language in pages:
            if name in pages[language] and (language, name) not in answered:
                mend = "add 6 to 10 rows: what does somebody type who needs this page, and which message do they paste?"
                yield Fault(path, 1, f"no row of language {language} leads to {name}", mend)
