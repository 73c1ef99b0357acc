"""The status page says what the records and the ledger say; the page of changes says what data/changes.csv says."""

from __future__ import annotations

import csv
import html
import json
import posixpath
import re
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest

from conftest import FOLDERS
from proven import record
from proven.fault import Fault
from workshop import tables
from workshop.check import changes
from workshop.project import ROOT, Site

STATES = {
    "확인함": "proven",
    "확인한 뒤 바뀜": "changed",
    "changed since its proof": "changed",
    "건너뜀": "skipped",
    "실패": "failed",
    "아직 확인하지 않음": "unproven",
    "not yet proven": "unproven",
    "모두": "all",
}
VERDICTS = ["true", "true with a caveat", "wrong", "outdated", "typo", "error"]


def section(site: Path, language: str, ident: str) -> str:
    """A section of the status page, without what stands above and below it."""
    page = (site / FOLDERS[language] / "reference/status/index.html").read_text("utf-8")
    return re.split(r"<h2", re.split(rf'<h2[^>]* id="{ident}"', page)[1])[0]


def plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text)).strip()


def rows(text: str) -> list[list[str]]:
    found = [[plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)] for row in re.findall(r"<tr>(.*?)</tr>", text, re.S)]
    return [cells for cells in found if cells]


def recorded() -> dict[str, dict[str, tuple[str, dict]]]:
    """State and fact of each snippet for each setup."""
    known: dict[str, dict[str, tuple[str, dict]]] = {}
    project = Site()
    for path in project.find():
        loaded = project.load(path)
        for kind in project.setups:
            state, _ = record.proof(loaded, project.facts(kind))
            fact = project.facts(kind).get(loaded.name)
            state = fact.outcome if fact and fact.outcome != "passed" else state
            known.setdefault(loaded.name, {})[kind] = state, asdict(fact) if fact else {}
    return known


@pytest.mark.parametrize("language", FOLDERS)
def test_the_counts_are_those_of_the_records(built_site: Path, language: str) -> None:
    known = recorded()
    ran = [setup for setup in Site().setups if any(standing[setup][1] for standing in known.values())]
    asked = {setup: [standing[setup] for standing in known.values() if setup != "spawn" or standing[setup][1]] for setup in ran}
    counts = {setup: Counter(state for state, _ in standings) for setup, standings in asked.items()}
    expected = {state: [counts[setup][state] for setup in counts] for state in set().union(*counts.values())}
    text = section(built_site, language, "snippets-by-state")
    shown = {STATES.get(name, name): [int(number) for number in numbers] for name, *numbers in rows(text)}
    assert shown == expected | {"all": [len(standings) for standings in asked.values()]}
    words = Site().words(language)["status"]
    needing = sum(Site().load(ROOT / name).header.gpus > 0 for name in known)
    assert (words["without"].format(number=needing) in plain(text)) == ("gpu" not in ran)
    assert (words["anew"].format(number=len(asked.get("spawn", ()))) in plain(text)) == ("spawn" in ran)
    reasons = Counter(
        (setup, fact["reason"].partition(":")[0]) for s in known.values() for setup, (state, fact) in s.items() if state == "skipped"
    )
    assert all(f"({number})" in plain(text) for number in reasons.values())


@pytest.mark.parametrize("language", FOLDERS)
def test_what_older_versions_gave_is_what_the_try_wrote(built_site: Path, language: str) -> None:
    with (ROOT / "data/versions.csv").open(encoding="utf-8", newline="") as file:
        tried = list(csv.DictReader(file))
    text = section(built_site, language, "older")
    counted = ("words", "missing", "other", "newer", "package")
    shown = ["torch", "passed", *(column for column in counted if any(row[column] != "0" for row in tried))]
    assert rows(text) == [[row[column] for column in shown] for row in tried]
    assert tried
    for row in tried:
        assert row["torch"] not in {setup.removeprefix("torch-") for setup in Site().setups}
        assert all(name in plain(text).replace("\u2060", "") for name in row["names"].split())


@pytest.mark.parametrize("language", FOLDERS)
def test_every_snippet_stands_under_its_chapter_with_what_its_record_says(built_site: Path, language: str) -> None:
    known = recorded()
    chapters = re.split(r'<h3[^>]* id="', section(built_site, language, "snippets"))[1:]
    listed = {}
    for chapter in chapters:
        ident = chapter.partition('"')[0]
        for item in re.findall(r"<li>(.*?)</li>", chapter, re.S):
            [file] = re.findall(r'aria-label="([^"]+)"', item)
            listed[f"snippets/{ident}/{file}"] = item
    assert listed.keys() == known.keys()
    for name, item in listed.items():
        spans = re.findall(r'<span class="(\w+)">(CPU|GPU) (.*?)</span>', item)
        assert [(kind.lower(), state) for state, kind, _ in spans] == [(kind, known[name][kind][0]) for kind in record.KINDS]
        for state, kind, text in spans:
            if state == "proven":
                fact = known[name][kind.lower()][1]
                assert fact["date"] in text
                assert f"{fact['seconds']:.1f}" in text
                setup = plain(re.findall(r"<li>(.*?)</li>", section(built_site, language, "setups"))[int(text.split()[-1]) - 1])
                assert setup.startswith(f"{kind}: {fact['device']}, torch {fact['torch']}, Python {fact['python']} (")
        folder = built_site / FOLDERS[language] / "reference/status"
        page, download = re.findall(r'href="([^"]+)"', item)
        address, _, anchor = page.partition("#")
        assert f'id="{anchor}"' in (folder / address / "index.html").resolve().read_text("utf-8")
        assert (folder / download).resolve().is_file()


@pytest.mark.parametrize("language", FOLDERS)
def test_the_claims_are_those_of_the_ledger(built_site: Path, language: str) -> None:
    with (ROOT / "data/claims.csv").open(encoding="utf-8", newline="") as file:
        ledger = list(csv.DictReader(file))
    shown = [[int(number) for number in cells[1:]] for cells in rows(section(built_site, language, "claims"))]
    project = Site()
    named = {claim for path in project.find() for claim in project.load(path).header.claims}
    of = [[row["id"] in named for row in ledger if row["verdict"] == verdict] for verdict in VERDICTS]
    assert shown == [*([sum(found), len(found)] for found in of), [len(named), len(ledger)]]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_search_leaves_the_lists_alone(built_site: Path, language: str) -> None:
    docs = json.loads((built_site / FOLDERS[language] / "search/search_index.json").read_text("utf-8"))["docs"]
    found = [entry for entry in docs if entry["location"].startswith(("reference/status/", "reference/changes/"))]
    assert {entry["location"].partition("#")[0] for entry in found} == {"reference/status/", "reference/changes/"}
    assert not any("forgotten_zero_grad" in entry["text"] for entry in found)


@pytest.mark.parametrize("language", FOLDERS)
def test_every_change_stands_on_the_page_of_changes_under_its_day(built_site: Path, language: str) -> None:
    page = (built_site / FOLDERS[language] / "reference/changes/index.html").read_text("utf-8")
    days = [(day[:10], re.findall(r"<li>(.*?)</li>", day, re.S)) for day in re.split(r'<h2[^>]* id="on-', page)[1:]]
    assert [day for day, _ in days] == sorted({change.date for change in Site().changes}, reverse=True)
    for day, items in days:
        expected = [change for change in Site().changes if change.date == day]
        assert len(expected) <= len(items)
        for change, item in zip(expected, items, strict=False):
            assert plain(item).endswith(html.unescape(change.text[language])), item
            [target] = re.findall(r'href="([^"]+)"', item)
            assert posixpath.normpath(f"reference/changes/{target}") == change.page


HEAD = "date,page,kind,ko,en\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for file, text in {
        "data/nav.yml": "math:\n  ko: 수학\n  en: Maths\n  pages:\n    - math/sum  # first\n    - math/planned\n",
        "data/changes.csv": HEAD + "2026-01-31,math/sum,new,합,Sum\n",
        "docs/ko/math/sum.md": "# 합\n",
        "docs/en/math/sum.md": "# Sum\n",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    return tmp_path


def check(root: Path) -> list[Fault]:
    return list(changes.check(Site(root), Site(root).all_pages()))


def test_a_page_with_its_line_is_enough(root: Path) -> None:
    assert check(root) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "data/nav.yml:5: math/sum stands in no line of data/changes.csv"),
        ("2026-01-31,math/sum,new,합,Sum\n2026-02-01,math/gone,new,차,Gone\n", "data/changes.csv:3: there is no page math/gone"),
        ("2026-01-31,math/sum,changed,합,Sum\n", "data/changes.csv:2: math/sum is not changed"),
        ("2026-01-31,math/sum,new,합,Sum\n2026-02-01,math/sum,new,합,Sum\n", "data/changes.csv:3: math/sum is not new"),
    ],
    ids=["no-line", "no-page", "changed-first", "new-twice"],
)
def test_a_page_without_its_line_and_a_line_without_its_page_are_named(root: Path, text: str, expected: str) -> None:
    (root / "data/changes.csv").write_text(HEAD + text, "utf-8")
    [fault] = check(root)
    assert expected in str(fault)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2026-02-01,math/sum,changed,합,", "not a change"),
        ("1 May,math/sum,changed,합,Sum", "not a change"),
        ("2026-02-01,math/sum,moved,합,Sum", "not a change"),
        ("2026-02-01,math/sum,changed,합,Sum, unquoted", "not a change"),
        ("2026-01-30,math/sum,changed,합,Sum", "2026-01-30 stands below 2026-01-31"),
    ],
    ids=["one-language", "date", "kind", "comma", "order"],
)
def test_a_row_that_is_no_change_is_named(root: Path, row: str, expected: str) -> None:
    with (root / "data/changes.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(Fault, match=f"data/changes.csv:3: {expected}"):
        check(root)


def test_a_line_with_commas_and_quotes_is_read_as_it_was_added(root: Path) -> None:
    change = tables.Change("2026-02-01", "math/sum", "changed", {"ko": '더 많은, "합"', "en": 'More, "sums"'}, 3)
    (root / "data/changes.csv").write_text(tables.with_change(root / "data/changes.csv", change), "utf-8")
    assert Site(root).changes[1:] == [change]
