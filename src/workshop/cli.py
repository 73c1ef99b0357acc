"""The command `tbe`: what a page needs from its first line to its publication."""

from __future__ import annotations

import argparse
import os
import re
import sys
import time

from proven import record
from proven.fault import Fault, shown
from workshop import changed, report
from workshop.check import CHECKS, gate, review
from workshop.home import home
from workshop.new import new
from workshop.page import Page
from workshop.project import Site
from workshop.run import Runs, is_recorded, subjects
from workshop.why import why


def main(arguments: list[str] | None = None, project: Site | None = None) -> int:
    """Exit code 0: nothing to mend; 1: faults, or sections to be read, or this may not be published; 2: a mistake, with what to do about it."""
    given = _parser().parse_args(arguments)
    project = project or Site()
    try:
        return given.do(project, given)
    except Fault as error:
        print(f"tbe: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tbe", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def pages(command: argparse.ArgumentParser) -> None:
        command.add_argument("pages", nargs="*", type=_page_name, metavar="chapter/page", help="without a name: what changed against main")

    command = commands.add_parser("new", help="add a page: a snippet that runs, a page in each language, its place in navigation and news")
    command.add_argument("page", type=_page_name, metavar="chapter/page", help="for example autograd/hooks")
    command.add_argument("--chapter", nargs="+", metavar="TITLE", help="the titles of a new chapter: Korean, English")
    command.set_defaults(do=_new)

    command = commands.add_parser("check", help="run the snippets of pages and look at the pages: everything that is wrong, on one screen")
    pages(command)
    command.add_argument("--run", action="store_true", help="run also what a record proves as it stands")
    command.add_argument("--words", action="store_true", help="instead, list sentences that generalise beside what their section shows")
    command.set_defaults(do=_check)

    command = commands.add_parser("update", help="run the snippets and tasks of pages and record what they print and draw")
    pages(command)
    command.set_defaults(do=_update)

    command = commands.add_parser("review", help="list the sections to be read again in all languages")
    command.add_argument("--done", nargs="*", type=_page_name, metavar="chapter/page", help="record that these pages were read")
    command.add_argument("--all", action="store_true", help="with --done: that all pages were read")
    command.set_defaults(do=_review)

    command = commands.add_parser("why", help="what the pages say about an error: a message, or a whole traceback through a pipe")
    command.add_argument("message", nargs="*", help="without one, what is piped in: python train.py 2>&1 | tbe why")
    command.add_argument("--language", metavar="CODE", help="of the answer; without one, that of the terminal")
    command.set_defaults(do=_why)

    command = commands.add_parser("gate", help="say whether what is checked out may be published with the records that lie in it")
    command.set_defaults(do=_gate)
    return parser


def _page_name(text: str) -> str:
    # `_` joins words in recipes alone: their pages bear the names of their modules.
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*|recipes/[a-z0-9_]+|index", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no page name: write chapter/page in small letters, words joined by `-`")
    return text


def _new(project: Site, given: argparse.Namespace) -> int:
    titles = None
    if given.chapter is not None:
        if len(given.chapter) != len(project.languages):
            names = " ".join(language.name for language in project.languages.values())
            raise Fault(
                project.data / "nav.yml", 1, f"{len(given.chapter)} titles for a chapter", f"give one a language: --chapter {names}"
            )
        titles = dict(zip(project.languages, given.chapter, strict=True))
    for path in new(given.page, project, titles):
        print(f"to write: {shown(path)}")
    print(f"then: `tbe update {given.page}` records what is printed, `tbe check {given.page}` says what is left to do")
    for claim in project.claims.values():
        if given.page in claim.pages:
            print(f"to settle: {claim.id} ({claim.verdict}): {claim.claim}")
    return 0


def _check(project: Site, given: argparse.Namespace) -> int:
    """Faults of the pages and of what they embed, each once; then in one line what was run, and what is left to read."""
    began = time.monotonic()
    what = changed.named(given.pages, project) if given.pages else changed.against_main(project)
    if given.words:
        print(*report.sentences(project, what.pages), sep="\n")
        return 0
    todo = list(subjects(what.files, project))
    faults = [subject for subject in todo if isinstance(subject, Fault)]
    known = [subject for subject in todo if not isinstance(subject, Fault)]
    to_run = [subject for subject in known if given.run or not is_recorded(subject, project)]
    with Runs(to_run, project) as runs:  # they run while the pages are looked at
        looked = {name: list(check(project, what.pages)) for name, check in CHECKS.items()}
        ran = list(runs.results())
    to_read = looked.pop("review")
    faults += [fault for found in looked.values() for fault in found] + [result.fault for result in ran if result.fault]
    faults = sorted({str(fault): fault for fault in faults}.values(), key=lambda fault: (str(fault.path), fault.line))
    print(*faults, sep="\n", end="\n" if faults else "")
    skipped = [f"{result.name} ({result.skipped})" for result in ran if result.skipped]
    parts = [f"{len(faults)} to mend", f"{len(ran) - len(skipped)} ran, {len(known) - len(to_run)} as recorded"]
    parts += [f"skipped: {', '.join(skipped)}"] if skipped else []
    print(f"{_listed(what.pages)}: {'; '.join(parts)} ({time.monotonic() - began:.1f} s)")
    if to_read:
        names = sorted({fault.path.relative_to(project.docs).with_suffix("").as_posix().partition("/")[2] for fault in to_read})
        print(f"to be read in all languages, then `tbe review --done {' '.join(names)}`:")
        print(*(f"  {shown(fault.path)}:{fault.line}: {fault.what}" for fault in to_read), sep="\n")
    return 1 if faults else 0


def _update(project: Site, given: argparse.Namespace) -> int:
    """One line a file that was written, and what could not be recorded."""
    what = changed.named(given.pages, project) if given.pages else changed.against_main(project)
    todo = list(subjects(what.files, project))
    faults = [subject for subject in todo if isinstance(subject, Fault)]
    with Runs([subject for subject in todo if not isinstance(subject, Fault)], project, update=True) as runs:
        ran = list(runs.results())
    faults += [result.fault for result in ran if result.fault]
    written = dict.fromkeys(path for result in ran for path in result.written)
    print(*faults, *(f"recorded: {shown(path)}" for path in written), sep="\n", end="\n" if faults or written else "")
    skipped = "".join(f"; skipped: {result.name} ({result.skipped})" for result in ran if result.skipped)
    print(f"{len(ran)} ran, {len(written)} files changed, {len(faults)} to mend{skipped}" + ("; read `git diff`" if written else ""))
    return 1 if faults else 0


def _review(project: Site, given: argparse.Namespace) -> int:
    if given.done is not None:
        if not given.done and not given.all:
            raise Fault(project.data / "reviews.json", 1, "nothing is named", "name the pages that were read, or say --all")
        names = given.done or sorted(project.pages(next(iter(project.languages))))
        review.done(project, names)
        print("recorded as read:", *names, sep="\n  ")
        return 0
    faults = list(review.check(project, project.all_pages()))
    print(*faults, f"{len(faults)} sections to be read again" if faults else "nothing to be read again", sep="\n")
    return 1 if faults else 0


def _why(project: Site, given: argparse.Namespace) -> int:
    """The causes of an error, as the page says them; 1: no page explains it."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")[:2]
    language = given.language or (told if told in project.languages else "en")
    if language not in project.languages:
        raise Fault(project.docs, 1, f"there are no pages in {language!r}", f"--language {' or '.join(project.languages)}")
    if not given.message and sys.stdin.isatty():
        print("paste the traceback, then end with Ctrl-D:", file=sys.stderr)
    pasted = " ".join(given.message) or sys.stdin.buffer.read().decode("utf-8", "replace")
    lines = why(project, pasted, language)
    print(*lines or [project.words(language)["why"]["nothing"]], sep="\n")
    return 0 if lines else 1


def _gate(project: Site, _: argparse.Namespace) -> int:
    """Say whether the commit that is checked out may be published, and if not why."""
    commit = record.commit(project.root, project.name(project.records))
    alone = gate.without_gpu(project, home(), os.environ)
    faults = list(gate.refusals(project, commit, record.KINDS[:1] if alone else record.KINDS))
    if faults:
        more = f", {len(faults[:20])} of them above" if faults[20:] else ""
        print(*faults[:20], f"refused: {len(faults)} reasons{more}", sep="\n", file=sys.stderr)
        return 1
    if alone:
        print(f"{commit} may be published without a GPU record, as PUBLISH_WITHOUT_GPU says: its CPU record is whole and green")
        print(f"its pages say that no GPU has run it; of its snippets {len(gate.waiting(project))} need one")
    else:
        print(f"{commit} may be published: its CPU and GPU records are whole and green")
    return 0


def _listed(pages: dict[str, dict[str, Page]]) -> str:
    names = sorted({name for named in pages.values() for name in named})
    more = f" and {len(names) - 3} more pages" if names[3:] else ""
    return ", ".join(names[:3]) + more if names else "no page"


if __name__ == "__main__":
    sys.exit(main())
