"""What a page alone can get wrong: ids, figures, links, and embeds of what does not exist or is never shown."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from proven.fault import Fault, read
from proven.script import RECIPES, ROOT, find, load, sections
from workshop.page import LANGUAGES, Page, load_pages

REQUIRED = ("title", "description")


@dataclass(frozen=True)
class Source:
    """A file that pages embed, and the line on which each of its sections begins."""

    path: Path
    sections: dict[str, int]


def check(root: Path = ROOT) -> list[Fault]:
    """Everything wrong with the pages and with what they embed."""
    faults: list[Fault] = []
    sources, drawn = _sources(root, faults)
    embedded: dict[str, set[str]] = {}
    shown: set[str] = set()
    for language in LANGUAGES:
        pages = load_pages(language, root)
        for page in pages.values():
            faults += [*page.faults, *_own(page), *_embeds(page, sources), *_figures(page, drawn, root), *_links(page, pages)]
            shown |= {"/".join(item.what.split("/")[-2:]) for item in page.of("figure")}
        embedded[language] = {item.what for page in pages.values() for item in page.of("embed")}
    faults += _never_embedded(sources, embedded)
    idle = [(name, path) for name, path in drawn.items() if name not in shown]
    return faults + [Fault(path, 1, f"no page shows the figure {name}", "show it or leave it out") for name, path in idle]


def _sources(root: Path, faults: list[Fault]) -> tuple[dict[str, Source], dict[str, Path]]:
    """What can be embedded, by the name that an embed uses; and every figure (chapter/name) with the file that draws it."""
    sources: dict[str, Source] = {}
    drawn: dict[str, Path] = {}
    for path in find(root / "snippets"):
        try:
            snippet = load(path)
        except Fault as error:
            faults.append(error)
            continue
        lines = {name: section.start for name, section in snippet.sections.items()}
        sources[path.relative_to(root / "snippets").as_posix()] = Source(path, lines)
        drawn |= {f"{snippet.chapter}/{figure}": path for figure in snippet.header.figures}
    for path in find(root / "src" / RECIPES):
        if path.name != "__init__.py":
            lines = {name: section.start for name, section in sections(path, read(path)).items()}
            sources[path.relative_to(root / "src").as_posix()] = Source(path, lines)
    table = root / "data" / "screenshots.csv"  # pictures that a script takes, because no snippet can: figure,script
    for line, row in enumerate(csv.DictReader(read(table).splitlines()) if table.exists() else (), 2):
        drawn[row["figure"]] = root / row["script"]
        if not (root / row["script"]).is_file():
            faults.append(Fault(table, line, f"there is no script {row['script']}", "name the script that takes the picture"))
    return sources, drawn


def _own(page: Page) -> Iterator[Fault]:
    fault = partial(Fault, page.path)
    for key in REQUIRED:
        if not page.meta.get(key):
            yield fault(1, f"the front matter has no {key}", f"add `{key}: ...` between the two lines of dashes")
        elif '"' in str(page.meta[key]):
            yield fault(1, f"the {key} holds a double quote, which would end the attribute that carries it", "write a single one, or none")
    first: dict[str, int] = {}
    for item in page.of("heading"):
        ident = item.what.partition(" ")[2]
        if not ident:
            yield fault(
                item.line, f"the heading {item.text!r} has no id", "end it with `{ #short-english-id }`, the same in both languages"
            )
        elif ident in first:
            yield fault(item.line, f"the id #{ident} stands twice (first on line {first[ident]})", "rename one, in both languages")
        first.setdefault(ident, item.line)


def _embeds(page: Page, sources: dict[str, Source]) -> Iterator[Fault]:
    for item in page.of("embed"):
        file, _, name = item.what.partition(":")
        if file not in sources:
            yield Fault(page.path, item.line, f"there is no {file} to embed", "create it under snippets/, or correct the name")
        elif name and name not in sources[file].sections:
            known = ", ".join(sources[file].sections) or "none"
            yield Fault(page.path, item.line, f"{file} has no section {name!r}", f"it has: {known}")


def _figures(page: Page, drawn: dict[str, Path], root: Path) -> Iterator[Fault]:
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
        elif not (root / "docs" / "figures" / match[1]).is_file():
            yield fault(f"docs/figures/{match[1]} does not exist", "run its snippet with --update, or its script")


def _links(page: Page, pages: dict[str, Page]) -> Iterator[Fault]:
    by_path = {other.path.resolve(): other for other in pages.values()}
    for item in page.of("link"):
        if re.match(r"[a-z]+:", item.what):
            continue
        file, _, anchor = item.what.partition("#")
        other = by_path.get((page.path.parent / file).resolve()) if file else page
        if other is None:
            yield Fault(page.path, item.line, f"the link {item.what} leads to no page", "link to the other page's .md file")
        elif anchor and anchor not in other.ids:
            yield Fault(page.path, item.line, f"the link {item.what}: {other.name} has no #{anchor}", "correct the id")


def _never_embedded(sources: dict[str, Source], embedded: dict[str, set[str]]) -> Iterator[Fault]:
    for file, source in sources.items():
        for name, line in (source.sections or {"": 1}).items():
            if missing := [language for language in LANGUAGES if not {file, f"{file}:{name}"} & embedded[language]]:
                fault = f"{f'section {name!r}' if name else 'it'} is embedded on no page in {' and '.join(missing)}"
                yield Fault(source.path, line, fault, "embed it in both languages, or remove it")
