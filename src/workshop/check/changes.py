"""What is new on the site (data/changes.csv): one line a change, each of a page that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proven.fault import Fault, read
from workshop.check.form import TODO
from workshop.page import Page
from workshop.project import Site


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Lines without their page, and pages of the navigation without their line."""
    path = project.data / "changes.csv"
    written = {name for named in project.all_pages().values() for name in named}
    asked = {name for named in pages.values() for name in named}
    announced: set[str] = set()
    for change in project.changes:
        if change.page not in written:
            if asked == written:
                yield Fault(
                    path, change.line, f"there is no page {change.page}", "correct its name, or drop the lines of a page that is gone"
                )
        elif change.page in asked and (change.kind == "new") == (change.page in announced):
            mend = "the first line of a page is `new`, every later one `changed`"
            yield Fault(path, change.line, f"{change.page} is not {change.kind}", mend)
        for text in change.text.values() if change.page in asked else ():
            if TODO in text:
                yield Fault(path, change.line, f"not written yet: {text}", "say in one line what a reader finds there")
        announced.add(change.page)
    nav = project.data / "nav.yml"
    listed = {page for chapter in project.nav.values() for page in chapter.pages} & asked
    for line, text in enumerate(read(nav).split("\n"), 1):
        page = text.partition("#")[0].strip(" -")
        if page in listed - announced:
            mend = "add its line: what does a reader find there?"
            yield Fault(nav, line, f"{page} stands in no line of data/changes.csv", mend)
