"""Which sections must be looked at again, because another language or an embedded snippet changed since all were last read.

data/reviews.json keeps, for each section of each page, a digest of its text in each language and of everything embedded.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from proven.fault import Fault, read, shown
from workshop.check.form import unwritten
from workshop.check.parity import gaps
from workshop.page import Page
from workshop.project import Site

_SAMPLE = re.compile(r"^# ?~")
_VARIES = re.compile(r"'[^']*'|\"[^\"]*\"|[-+]?\d[\d.,e+-]*")

Reviews = dict[str, dict[str, dict[str, str]]]  # page -> section -> what it holds -> digest


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Every section that is stale: where to look, what changed, and how to say that it was read."""
    reviews, first = _read(project), next(iter(project.languages))
    written = project.all_pages()
    for name in pages[first]:
        pair = [named[name] for named in written.values() if name in named]
        if len(pair) == len(project.languages):
            yield from _stale(pair, reviews.get(name, {}), project)


def done(project: Site, names: Iterable[str]) -> None:
    """Record that these pages were read in all languages, and drop pages that are gone.

    Raises:
        Fault: there is no such page, or its languages differ; nothing is recorded then.
    """
    reviews, written = _read(project), project.all_pages()
    for name in names:
        for language, named in written.items():
            if name not in named:
                path = project.docs / language / f"{name}.md"
                raise Fault(path, 1, "there is no such page", "name pages as chapter/page, without .md")
        ours, *others = [named[name] for named in written.values()]
        for page in (ours, *others):
            if todo := next(unwritten(page, project), None):
                raise todo
        for theirs in others:
            if gap := next(gaps(ours, theirs), None):
                raise Fault(gap.path, gap.line, gap.what, f"{gap.mend}; then {name} can be recorded as read")
        reviews[name] = _digests([ours, *others], project)
    first = written[next(iter(project.languages))]
    kept = {name: reviews[name] for name in sorted(reviews) if name in first}
    _path(project).write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _path(project: Site) -> Path:
    return project.data / "reviews.json"


def _read(project: Site) -> Reviews:
    path = _path(project)
    try:
        return json.loads(read(path)) if path.exists() else {}
    except json.JSONDecodeError as error:
        raise Fault(path, error.lineno, f"not JSON: {error.msg}", "restore the file from git") from None


def _digests(pair: list[Page], project: Site) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for page in pair:
        for ident, _, text, embeds in page.sections():
            found.setdefault(ident, {})[page.language] = _digest(text)
            found[ident] |= {embed: _digest(_proof(embed, project)) for embed in embeds}
    return found


def _stale(pair: list[Page], reviewed: Mapping[str, Mapping[str, str]], project: Site) -> Iterator[Fault]:
    places = {page.language: {ident: line for ident, line, *_ in page.sections()} for page in pair}
    for ident, now in _digests(pair, project).items():
        then = reviewed.get(ident, {})
        changed = [what for what in {**now, **then} if now.get(what) != then.get(what)]
        if not changed:
            continue
        there = [page for page in pair if ident in places[page.language]]
        there.sort(key=lambda page: changed == [page.language])  # where one language changed, the others are the ones to look at
        lines = [f"{shown(page.path)}:{places[page.language][ident]}" for page in there]
        listed = ", ".join(f"{what} text" if what in project.languages else what for what in changed)
        what = f"changed: {listed}" if then else "never read in both languages"
        mend = f"read it{''.join(f' beside {place}' for place in lines[1:])}, then `tbe review --done {there[0].name}`"
        yield Fault(there[0].path, places[there[0].language][ident], f"#{ident}: {what}", mend)


def _proof(embed: str, project: Site) -> str:
    """The embedded code with its recorded output; of a sample only the words count, its values differ from run to run."""
    try:
        lines = project.source(embed).rstrip("\n").split("\n")
    except Fault:
        return ""  # the check of the form says so
    return "\n".join(_VARIES.sub("", line) if _SAMPLE.match(line) else line.rstrip() for line in lines)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
