"""The command `tbe`: what pytest and MkDocs cannot do. `tbe new` adds a page, `tbe review` keeps the languages together, `tbe gate`
stands before publication."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from proven import record
from proven.fault import Fault, read, shown
from proven.judge import rewritten
from proven.run.pool import Pool
from workshop import tables
from workshop.check import gate, review
from workshop.project import Site

TEMPLATES = Path(__file__).with_name("templates")


def main(arguments: list[str] | None = None, project: Site | None = None) -> int:
    """Exit code 0: done; 1: sections are to be read again, or this may not be published; 2: a mistake, with what to do about it."""
    parser = argparse.ArgumentParser(prog="tbe", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    adding = commands.add_parser("new", help="add a page: a snippet that runs, a page in both languages, its place in navigation and news")
    adding.add_argument("page", type=_page_name, metavar="chapter/page", help="for example autograd/hooks")
    reading = commands.add_parser("review", help="list the sections to be read again in both languages")
    reading.add_argument("--done", nargs="*", metavar="chapter/page", help="record that these pages (all, if none is named) were read")
    commands.add_parser("gate", help="say whether what is checked out may be published with the records that lie in it")
    given = parser.parse_args(arguments)
    project = project or Site()
    try:
        if given.command == "new":
            return new(given.page, project)
        if given.command == "gate":
            return may_be_published(project)
        if given.done is not None:
            names = given.done or sorted(project.pages("ko"))
            review.done(project, names)
            print("recorded as read:", *names, sep="\n  ")
            return 0
        faults = list(review.check(project, project.all_pages()))
    except Fault as error:
        print(f"tbe: {error}", file=sys.stderr)
        return 2
    print(*faults, f"{len(faults)} sections to be read again" if faults else "nothing to be read again", sep="\n")
    return 1 if faults else 0


def may_be_published(project: Site) -> int:
    """Say whether the commit that is checked out may be published, and if not why."""
    commit = record.commit(project.root)
    faults = list(gate.refusals(project, commit))
    if faults:
        print(
            *faults[:20], f"refused: {len(faults)} reasons" + (", 20 of them above" if len(faults) > 20 else ""), sep="\n", file=sys.stderr
        )
        return 1
    print(f"{commit} may be published: its CPU and GPU records are whole and green")
    return 0


def _page_name(text: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no page name: write chapter/page in small letters, words joined by `-`")
    return text


def new(name: str, project: Site) -> int:
    """Create a snippet and its two pages, prove the snippet, add the page to the navigation; all of it or nothing.

    Raises:
        Fault: the chapter is unknown, a file exists already, or the new snippet does not run here.
    """
    root = project.root
    chapter, _, page = name.partition("/")
    snippet = root / "snippets" / chapter / f"{page.replace('-', '_')}.py"
    files = {
        snippet: "snippet.py",
        root / "docs" / "ko" / f"{name}.md": "page.ko.md",
        root / "docs" / "en" / f"{name}.md": "page.en.md",
    }
    nav, reviews, news = root / "data" / "nav.yml", root / "data" / "reviews.json", root / "data" / "changes.csv"
    extended = tables.with_page(nav, name)
    for path in files:
        if path.exists():
            raise Fault(path, 1, "exists already", "edit it, or choose another name")
    before = {path: path.read_bytes() if path.exists() else None for path in (nav, reviews, news, *files)}
    values = {"title": page.replace("-", " ").capitalize(), "id": page, "snippet": f"{chapter}/{snippet.name}"}
    change = tables.Change(datetime.now(UTC).date().isoformat(), name, "new", dict.fromkeys(project.languages, values["title"]))
    try:
        for path, template in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(Template(read(TEMPLATES / template)).substitute(values), "utf-8")
            print(f"created {path.relative_to(root)}")
        print(f"running {snippet.relative_to(root)} ...", flush=True)
        _prove(snippet, project)
        nav.write_text(extended, "utf-8")
        news.write_text(tables.with_change(news, change), "utf-8")
        review.done(project, [name])
    except BaseException:  # an interrupt as well must leave nothing half written
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        raise
    print(f"to do: write the pages; `pytest {shown(snippet)} --update` records what is printed; `tbe review --done {name}` ends it")
    print(f"       say in {news.relative_to(root)} in one line what a reader finds there")
    for claim in project.claims.values():
        if name in claim.pages:
            print(f"  to settle: {claim.id} ({claim.verdict}): {claim.claim}")
    return 0


def _prove(path: Path, project: Site) -> None:
    """Run a snippet and record what it prints."""
    snippet = project.load(path)
    try:
        with Pool([snippet], jobs=1) as pool:
            result = pool.run(snippet)
    except RuntimeError as error:
        raise Fault(path, 1, f"could not be run: {error}", "nothing was created; mend that and try again") from None
    if result.failure:
        raise Fault(path, result.line, result.failure, "nothing was created; see that `pytest snippets/` passes, then try again")
    path.write_text(rewritten(snippet, result), "utf-8")
