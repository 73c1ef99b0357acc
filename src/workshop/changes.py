"""What is new on the site (data/changes.csv): one line a change, in both languages, oldest first."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from proven.fault import Fault, read
from proven.script import ROOT
from workshop.page import LANGUAGES

COLUMNS = ["date", "page", "kind", *LANGUAGES]
KINDS = ("new", "changed")


@dataclass(frozen=True)
class Change:
    date: str  # ISO 8601, UTC day
    page: str  # chapter/page
    kind: str
    text: dict[str, str]  # language -> what a reader finds there now
    line: int = 0


def path(root: Path = ROOT) -> Path:
    return root / "data" / "changes.csv"


def load(root: Path = ROOT) -> list[Change]:
    """The changes as they stand in the file; without a file there are none.

    Raises:
        Fault: a row that is no change, or one that is older than the row before it.
    """
    file = path(root)
    found: list[Change] = []
    reader = csv.DictReader(read(file).splitlines() if file.exists() else ())
    for row in reader:
        values = [row.get(column) for column in COLUMNS]
        if not all(values) or None in row or row["kind"] not in KINDS or not re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]):
            mend = f"write {','.join(COLUMNS)}; the date as 2026-01-31, the kind as {' or '.join(KINDS)}, a line in each language"
            raise Fault(file, reader.line_num, "not a change", mend)
        if found and row["date"] < found[-1].date:
            raise Fault(file, reader.line_num, f"{row['date']} stands below {found[-1].date}", "move it up: the oldest comes first")
        found.append(Change(row["date"], row["page"], row["kind"], {code: row[code] for code in LANGUAGES}, reader.line_num))
    return found


def added(change: Change, root: Path = ROOT) -> str:
    """The file's text with one more change at its end."""
    file, rows = path(root), io.StringIO()
    table = csv.writer(rows, lineterminator="\n")
    if not file.exists():
        table.writerow(COLUMNS)
    table.writerow([change.date, change.page, change.kind, *change.text.values()])
    return (read(file) if file.exists() else "") + rows.getvalue()


def check(root: Path = ROOT) -> list[Fault]:
    """Pages without their line, and lines without their page."""
    faults: list[Fault] = []
    announced: set[str] = set()
    for change in load(root):
        if not _exists(change.page, root):
            mend = "correct its name, or drop the lines of a page that is gone"
            faults.append(Fault(path(root), change.line, f"there is no page {change.page}", mend))
        elif (change.kind == "new") == (change.page in announced):
            mend = "the first line of a page is `new`, every later one `changed`"
            faults.append(Fault(path(root), change.line, f"{change.page} is not {change.kind}", mend))
        announced.add(change.page)
    nav = root / "data" / "nav.yml"
    pages = {page for chapter in yaml.safe_load(read(nav)).values() for page in chapter["pages"] or ()}
    for line, text in enumerate(read(nav).splitlines(), 1):
        page = text.partition("#")[0].strip(" -")
        if page in pages - announced and _exists(page, root):
            mend = "add its line: what does a reader find there?"
            faults.append(Fault(nav, line, f"{page} stands in no line of data/changes.csv", mend))
    return faults


def _exists(page: str, root: Path) -> bool:
    return any((root / "docs" / language / f"{page}{suffix}").is_file() for language in LANGUAGES for suffix in (".md", ".py"))
