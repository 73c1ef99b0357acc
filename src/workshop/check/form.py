"""What a page alone can get wrong: front matter, ids, figures, links, and what is not written yet."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from proven.fault import Fault, read
from workshop.page import Page
from workshop.project import Site

REQUIRED = ("title", "description")
TODO = "TODO(page)"  # what `tbe new` leaves where something is to be written


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Everything wrong with the form of these pages; among all pages also figures that none shows."""
    scripts, broken = project.scripts_and_faults()
    drawn = {f"{script.chapter}/{figure}": script.path for script in scripts for figure in script.header.figures}
    drawn |= {name: taken for name, (taken, _) in project.screenshots.items()}
    for language, named in pages.items():
        known = {page.path.relative_to(project.docs / language).as_posix(): page for page in project.pages(language).values()}
        for page in named.values():
            yield from _own(page)
            yield from unwritten(page, project)
            yield from _figures(page, drawn, project)
            yield from _links(page, known)
    yield from _chapters(project)
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


def unwritten(page: Page, project: Site) -> Iterator[Fault]:
    """Marks that `tbe new` left, in the page and in what it embeds."""
    places = [(page.path, page.source)]
    for file in sorted(page.embedded):
        with suppress(Fault):  # the check of the blocks says so
            places.append((path := project.path(file), read(path)))
    for path, text in places:
        for line, said in enumerate(text.split("\n"), 1):
            if TODO in said:
                yield Fault(path, line, f"not written yet: {said.strip()[:60]}", f"write it, and take {TODO} away")


def _chapters(project: Site) -> Iterator[Fault]:
    """Chapters with pages and without an index."""
    written = project.all_pages()
    for name, chapter in project.nav.items():
        for language in project.languages:
            index = f"{name}/index"
            if index not in written[language] and any(page in written[language] for page in chapter.pages):
                path = project.docs / language / f"{index}.md"
                yield Fault(project.data / "nav.yml", 1, f"the chapter {name!r} has no docs/{language}/{index}.md", f"write {path.name}")


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
