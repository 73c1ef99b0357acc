"""What people keep in data/, as values: the navigation and the tables. Whoever needs one asks the project (`Site`), which reads each once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from proven.fault import Fault, read

VERDICTS = ("true", "true with a caveat", "wrong", "outdated", "typo", "error")
VERSIONS = ("torch", "chapters", "passed", "words", "missing", "newer", "package", "other", "names")  # of data/versions.csv
KINDS = ("new", "changed")


@dataclass(frozen=True)
class Chapter:
    """A chapter of the navigation: its title by language, and its pages (`chapter/page`) in reading order."""

    name: str
    titles: dict[str, str]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    id: str
    verdict: str
    pages: tuple[str, ...]  # the first one owes it to its readers, it is settled on any of them
    claim: str
    line: int


@dataclass(frozen=True)
class Change:
    date: str  # ISO 8601, UTC day
    page: str  # chapter/page
    kind: str
    text: dict[str, str]  # language -> what a reader finds there now
    line: int = 0


@dataclass(frozen=True)
class Term:
    """A row of the glossary: the word by language, renderings that are not used, and words that only begin like one of those."""

    words: dict[str, str]
    avoid: tuple[str, ...]
    allow: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Query:
    """What a reader types, and the pages of their language that answer it."""

    language: str
    kind: str  # noun, question, error ...
    text: str
    pages: tuple[str, ...]
    line: int


def rows(path: Path, columns: Sequence[str], what: str, mend: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with the line that each begins on; an absent file has none.

    Raises:
        Fault: the head is not `columns`, or a row has more or fewer cells.
    """
    text = read(path) if path.exists() else ",".join(columns)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if list(reader.fieldnames or ()) != list(columns):
        raise Fault(path, 1, f"the columns are {','.join(reader.fieldnames or ()) or 'missing'}", f"begin with {','.join(columns)}")
    last = 1
    for row in reader:
        line, last = last + 1, reader.line_num
        if None in row or None in row.values():
            raise Fault(path, line, f"not {what}", mend)
        yield line, row


def navigation(path: Path) -> dict[str, Chapter]:
    """The chapters by name, in reading order.

    Raises:
        Fault: the file is not YAML, or a chapter has no titles.
    """
    try:
        return {
            name: Chapter(
                name, {key: text for key, text in chapter.items() if key != "pages"}, tuple(dict.fromkeys(chapter.get("pages") or ()))
            )
            for name, chapter in (yaml.safe_load(read(path)) or {}).items()
        }
    except (yaml.YAMLError, AttributeError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Fault(path, mark.line + 1 if mark else 1, "not a navigation", "write chapter: {ko: ..., en: ..., pages: [...]}") from None


def claims(path: Path) -> dict[str, Claim]:
    """The ledger by id.

    Raises:
        Fault: a row that is no claim.
    """
    columns = ("id", "verdict", "page", "claim")
    mend = f"write {','.join(columns)}; an id once; verdict one of {', '.join(VERDICTS)}"
    found: dict[str, Claim] = {}
    for line, row in rows(path, columns, "a claim", mend):
        if row["verdict"] not in VERDICTS or row["id"] in found:
            raise Fault(path, line, "not a claim", mend)
        found[row["id"]] = Claim(row["id"], row["verdict"], tuple(row["page"].split("|")), row["claim"], line)
    return found


def changes(path: Path, languages: Sequence[str]) -> list[Change]:
    """The changes as they stand in the file, the oldest first.

    Raises:
        Fault: a row that is no change, or one that is older than the row before it.
    """
    columns = ("date", "page", "kind", *languages)
    mend = f"write {','.join(columns)}; the date as 2026-01-31, the kind as {' or '.join(KINDS)}, a line in each language"
    found: list[Change] = []
    for line, row in rows(path, columns, "a change", mend):
        if not all(row.values()) or row["kind"] not in KINDS or not re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]):
            raise Fault(path, line, "not a change", mend)
        if found and row["date"] < found[-1].date:
            raise Fault(path, line, f"{row['date']} stands below {found[-1].date}", "move it up: the oldest comes first")
        found.append(Change(row["date"], row["page"], row["kind"], {code: row[code] for code in languages}, line))
    return found


def with_change(path: Path, change: Change) -> str:
    """The text of the table of changes with one more at its end."""
    text = io.StringIO()
    if not path.exists():
        csv.writer(text, lineterminator="\n").writerow(["date", "page", "kind", *change.text])
    csv.writer(text, lineterminator="\n").writerow([change.date, change.page, change.kind, *change.text.values()])
    return (read(path) if path.exists() else "") + text.getvalue()


def with_page(path: Path, name: str, titles: dict[str, str] | None = None) -> str:
    """The navigation's text with a page at the end of its chapter; every other line, comments too, as it was.

    With `titles` (language -> title) the chapter is added after the others.

    Raises:
        Fault: the chapter is unknown and has no titles.
    """
    text, chapter = read(path), name.partition("/")[0]
    chapters = navigation(path)
    if chapter not in chapters:
        if not titles:
            mend = f"known: {', '.join(chapters)}; a new one is made with its titles: --chapter <Korean> <English>"
            raise Fault(path, 1, f"there is no chapter {chapter!r}", mend)
        head = "".join(f"  {code}: {yaml.safe_dump(title, allow_unicode=True).splitlines()[0]}\n" for code, title in titles.items())
        return f"{text.rstrip()}\n{chapter}:\n{head}  pages:\n    - {name}\n"
    if name in chapters[chapter].pages:
        return text
    lines = text.splitlines()
    start = lines.index(f"{chapter}:")
    end = next((n for n, line in enumerate(lines[start + 1 :], start + 1) if re.match(r"\w", line)), len(lines))
    head_at = next(n for n in range(start, end) if re.match(r"  pages:", lines[n]))
    lines[head_at] = "  pages:" if re.match(r"  pages:\s*\[\s*\]", lines[head_at]) else lines[head_at]
    last = max(n for n in range(head_at, end) if n == head_at or re.match(r"    - ", lines[n]))
    lines.insert(last + 1, f"    - {name}")
    return "\n".join(lines) + "\n"


def glossary(path: Path, languages: Sequence[str]) -> list[Term]:
    """The terms as they stand in the file.

    Raises:
        Fault: a row that cannot be.
    """
    columns = (*sorted(languages), "avoid", "allow")
    mend = f"write {','.join(columns)}; `|` between several, nothing for none"
    found = []
    for line, row in rows(path, columns, f"a row of {len(columns)} columns", mend):
        if not all(row[code] for code in languages):
            raise Fault(path, line, f"not a row of {len(columns)} columns", mend)
        several = {key: tuple(filter(None, row[key].split("|"))) for key in ("avoid", "allow")}
        found.append(Term({code: row[code] for code in languages}, several["avoid"], several["allow"], line))
    return found


def explained(path: Path) -> dict[str, tuple[str, int]]:
    """The page that explains each term, and the line of the table."""
    table = rows(
        path, ("term", "page"), "a term and its page", "write term,page; the term as English pages say it, the page as chapter/page"
    )
    return {row["term"]: (row["page"], line) for line, row in table}


def screenshots(path: Path, root: Path) -> dict[str, tuple[Path, int]]:
    """Pictures (chapter/name) with the script that takes each and the line of the table.

    Raises:
        Fault: there is no such script.
    """
    found = {}
    for line, row in rows(path, ("figure", "script"), "a picture and its script", "write figure,script"):
        found[row["figure"]] = root / row["script"], line
        if not (root / row["script"]).is_file():
            raise Fault(path, line, f"there is no script {row['script']}", "name the script that takes the picture")
    return found


def queries(path: Path, languages: Sequence[str]) -> list[Query]:
    """What readers type, as it stands in the file.

    Raises:
        Fault: a row that is no query.
    """
    columns = ("language", "kind", "query", "page")
    mend = f"write {','.join(columns)}; the language as {' or '.join(languages)}, `|` between several pages"
    found = []
    for line, row in rows(path, columns, "a query", mend):
        if not all(row.values()) or row["language"] not in languages:
            raise Fault(path, line, "not a query", mend)
        found.append(Query(row["language"], row["kind"], row["query"], tuple(row["page"].split("|")), line))
    return found


def synonyms(path: Path, languages: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
    """What readers type and the site does not say, with what it says for it by language.

    Raises:
        Fault: a row that is no synonym.
    """
    columns = ("typed", *languages)
    return [
        (row["typed"], {code: row[code] for code in languages})
        for _, row in rows(path, columns, "a synonym", f"write {','.join(columns)}: what is typed, and what each language says for it")
    ]
