"""What a page alone can get wrong: ids, fences, figures, links, and embeds of what does not exist or is never shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from proven.fault import Fault, read
from proven.script import Script, sections
from workshop.page import Page
from workshop.project import Site, key

REQUIRED = ("title", "description")


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Everything wrong with these pages and with what they embed; among all pages also what is shown nowhere."""
    scripts, broken = project.scripts_and_faults()
    drawn = {f"{script.chapter}/{figure}": script.path for script in scripts for figure in script.header.figures}
    drawn |= {name: taken for name, (taken, _) in project.screenshots.items()}
    for language, named in pages.items():
        known = {page.path.relative_to(project.docs / language).as_posix(): page for page in project.pages(language).values()}
        for page in named.values():
            yield from page.faults
            yield from _own(page)
            yield from _embeds(page, project)
            yield from _figures(page, drawn, project)
            yield from _links(page, known)
    yield from _never_embedded(project, pages, scripts)
    if project.is_all(pages):
        yield from broken
        shown = {"/".join(item.what.split("/")[-2:]) for named in pages.values() for page in named.values() for item in page.of("figure")}
        for name, path in drawn.items():
            if name not in shown:
                yield Fault(path, 1, f"no page shows the figure {name}", "show it or leave it out")


def _own(page: Page) -> Iterator[Fault]:
    fault = partial(Fault, page.path)
    for name in REQUIRED:
        if not page.meta.get(name):
            yield fault(1, f"the front matter has no {name}", f"add `{name}: ...` between the two lines of dashes")
        elif '"' in page.meta[name]:
            yield fault(1, f"the {name} holds a double quote, which would end the attribute that carries it", "write a single one, or none")
    first: dict[str, int] = {}
    for item in page.of("heading"):
        ident = item.what.partition(" ")[2]
        if not ident:
            mend = "end it with `{ #short-english-id }`, the same in both languages"
            yield fault(item.line, f"the heading {item.text!r} has no id", mend)
        elif ident in first:
            yield fault(item.line, f"the id #{ident} stands twice (first on line {first[ident]})", "rename one, in both languages")
        first.setdefault(ident, item.line)


def _embeds(page: Page, project: Site) -> Iterator[Fault]:
    for item in page.of("embed"):
        try:
            project.source(item.what)
        except Fault as fault:
            file = item.what.partition(":")[0]
            yield Fault(page.path, item.line, fault.what if file in fault.what else f"{file}: {fault.what}", fault.mend)


def _figures(page: Page, drawn: Mapping[str, Path], project: Site) -> Iterator[Fault]:
    for item in page.of("figure"):
        fault = partial(Fault, page.path, item.line)
        if not item.text:
            yield fault(f"the figure {item.what} has no alt text", "say in the page's language what it shows: ![...](...)")
        match = re.fullmatch(r"(?:\.\./)*figures/([\w-]+/[\w.-]+)", item.what)
        if not match:
            yield fault(f"the figure {item.what} is none of docs/figures/", "write ../figures/<chapter>/<name>")
        elif match[1] not in drawn:
            mend = "name it under `figures` in the header of the snippet that draws it, or in data/screenshots.csv with its script"
            yield fault(f"nothing draws the figure {match[1]}", mend)
        elif not (project.figures / match[1]).is_file():
            yield fault(f"docs/figures/{match[1]} does not exist", "run its snippet with --update, or its script")


def _links(page: Page, known: Mapping[str, Page]) -> Iterator[Fault]:
    """`known` holds the pages of the language by file."""
    folder = posixpath.dirname(page.name)
    for item in page.of("link"):
        if re.match(r"[a-z]+:", item.what):
            continue
        file, _, anchor = item.what.partition("#")
        other = known.get(posixpath.normpath(posixpath.join(folder, file))) if file else page
        if other is None:
            yield Fault(page.path, item.line, f"the link {item.what} leads to no page", "link to the other page's .md file")
        elif anchor and anchor not in other.ids:
            yield Fault(page.path, item.line, f"the link {item.what}: {other.name} has no #{anchor}", "correct the id")


def _never_embedded(project: Site, pages: Mapping[str, Mapping[str, Page]], scripts: list[Script]) -> Iterator[Fault]:
    """Sections (files, where there are none) that a language does not show; only of files that these pages embed, unless they are all."""
    places = {script.path: {name: section.start for name, section in script.sections.items()} for script in scripts}
    places |= {path: {name: section.start for name, section in sections(path, read(path)).items()} for path in project.recipes}
    embedded = {language: {item.what for page in project.pages(language).values() for item in page.of("embed")} for language in pages}
    asked = None if project.is_all(pages) else {file for named in pages.values() for page in named.values() for file in page.embedded}
    for path, starts in places.items():
        file = key(path, project)
        if asked is not None and file not in asked:
            continue
        for name, line in (starts or {"": 1}).items():
            if missing := [language for language in embedded if not {file, f"{file}:{name}"} & embedded[language]]:
                fault = f"{f'section {name!r}' if name else 'it'} is embedded on no page in {' and '.join(missing)}"
                yield Fault(path, line, fault, "embed it in both languages, or remove it")
