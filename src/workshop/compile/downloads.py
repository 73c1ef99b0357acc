"""What a reader takes along: each script and recipe as a file, each script and each page as a notebook."""

from __future__ import annotations

import ast
import json
import posixpath
import re
from itertools import pairwise
from urllib.parse import urljoin

from proven import program
from proven.script import is_section_mark
from workshop.compile.known import Known
from workshop.page import Item, Page

_START = re.compile(r"^# --8<-- \[start:", re.M)
_ATTRIBUTES = re.compile(r" ?\{:? ?[#.][\w-][^{}]*\}")
ELSEWHERE = ("embed", "fence", "diagram", "link", "figure", "list", "reference")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.S)
_REFERENCE = re.compile(r"\[(`[^`]+`)\]\[[^\]]*\]")
_HREF = re.compile(r'(?<=href=")[^"]*')
_MAIN = re.compile(r"^if __name__ ==", re.M)


def standalone(known: Known, file: str) -> str:
    """The whole file as one that runs alone: header and recorded output stay, recipes stand in place of their imports."""
    known.digest(file)
    return _text([text for _, text in program.lines(known.script(file))])


def notebook(known: Known, file: str) -> str:
    """The script as an .ipynb without outputs: a cell a section, or a file that is written and run if it starts processes."""
    known.digest(file)
    script = known.script(file)
    drop = range(*program.header_lines(script.source))
    source = "\n".join(text for number, text in program.lines(script) if number not in drop)
    cells = [_cell("markdown", f"# {script.path.stem.replace('_', ' ')}\n\n{known.summary(file)}"), *_install(known, [file])]
    if _MAIN.search(source):  # its child processes must be able to import the file
        cells += _file(script.path.name, _text(source.split("\n")))
    else:
        cells += [_cell("code", _text(part.split("\n"))) for part in _parts(source)]
    return _notebook(cells)


def notebook_of(known: Known, language: str, name: str) -> str:
    """The name of a page's notebook: `downloads/chapter/<language>/page.ipynb`; empty for a page that shows no script."""
    shown = any(known.is_script(item.what.partition(":")[0]) for item in known.pages(language)[name].of("embed"))
    return posixpath.join("downloads", posixpath.dirname(name), language, f"{posixpath.basename(name)}.ipynb") if shown else ""


def page_notebook(known: Known, language: str, name: str) -> str:
    """A page as an .ipynb without outputs: its prose with links to the site, and its code so that all of it runs from top to bottom.

    Of each script a cell has what stands between the section shown before and the end of its own, so nothing that a page leaves out
    (imports, data) is missing. A script that starts processes is written to a file and run.
    """
    known.text(language, name)
    page = known.pages(language)[name]
    cells: list[dict] = []
    shown: dict[str, int] = {}  # script -> how many lines of its program have a cell
    at, spans = page.body, set()
    for item in page.of("embed"):
        file = item.what.partition(":")[0]
        if item.span in spans or not known.is_script(file):
            continue
        spans.add(item.span)
        cells.append(_cell("markdown", prose(known, language, page, at, item.span[0])))
        at = item.span[1]
        lines, end = known.program(file).split("\n"), known.end(item.what)
        if _MAIN.search("\n".join(lines)):
            if file not in shown:
                cells += _file(posixpath.basename(file), known.program(file))
            shown[file] = len(lines)
        elif end > shown.get(file, 0):
            cells.append(_cell("code", "\n".join(lines[shown.get(file, 0) : end])))
            shown[file] = end
        else:  # it has run already
            cells.append(_cell("markdown", f"``` python\n{known.section(item.what)}```"))
    cells.append(_cell("markdown", prose(known, language, page, at, len(page.source))))
    return _notebook([cells[0], *_install(known, list(shown)), *(cell for cell in cells[1:] if cell["source"])])


def prose(known: Known, language: str, page: Page, start: int, end: int) -> str:
    """A part of a page's source for who reads it elsewhere: code in place of embeds, absolute links, no attributes."""
    parts, at = [], start
    items = {item.span: item for item in page.items if item.kind in ELSEWHERE}  # of a fence and the embed in it the embed
    for span, item in sorted(items.items()):
        if at <= span[0] and span[1] <= end:
            parts += [_plain(known, language, page, page.source[at : span[0]]), _elsewhere(known, language, page, item)]
            at = span[1]
    return "".join([*parts, _plain(known, language, page, page.source[at:end])]).strip()


def _plain(known: Known, language: str, page: Page, text: str) -> str:
    """Prose without what only the site reads: attributes, comments and references to the recipes; raw links lead to the site."""
    text = _ATTRIBUTES.sub("", _REFERENCE.sub(r"\1", _COMMENT.sub("", text)))
    return _HREF.sub(lambda link: urljoin(known.address(language) + url(page.name), link[0]), text)


def _elsewhere(known: Known, language: str, page: Page, item: Item) -> str:
    own, kind, what = page.source[slice(*item.span)], item.kind, item.what
    if kind == "embed":
        indent = own[: len(own) - len(own.lstrip())]
        head = own.lstrip().partition("\n")[0]
        if known.is_task(what):
            change, output = known.task(what)
            return "\n".join(indent + line for line in f"``` diff\n{change}```\n\n``` python\n{output}```".split("\n"))
        lines = [head, *known.section(what).rstrip("\n").split("\n"), head[: len(head) - len(head.lstrip("`~"))]]
        return "\n".join(indent + line if line else line for line in lines)
    if kind in ("link", "figure"):
        before, _, after = own.rpartition(what)
        return before + absolute(known, language, page.name, what) + after
    if kind == "list":
        return listed(known, language, page.name, what)
    return "" if kind == "reference" else own


def listed(known: Known, language: str, name: str, what: str) -> str:
    """The pages that a list on this page holds; of other lists nothing."""
    chapters = known.chapters(language)
    found = {
        "pages": [page for chapter, _, pages in chapters if chapter == name.partition("/")[0] for page in pages if page != name],
        "chapters": [pages[0] for _, _, pages in chapters],
    }
    return "\n".join(
        f"- [{known.title(language, page)}]({known.address(language)}{url(page)}): {known.description(language, page)}"
        for page in found.get(what, ())
    )


def absolute(known: Known, language: str, name: str, target: str) -> str:
    """A link of a page as the address that it leads to."""
    if re.match(r"[a-z]+:", target):
        return target
    file, hash_, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else f"{name}.md"
    return f"{known.address(language)}{url(path.removesuffix('.md')) if path.endswith('.md') else path}{hash_}{anchor}"


def url(name: str) -> str:
    """The address of a page below its site's root."""
    return "" if name == "index" else name.removesuffix("index").rstrip("/") + "/"


def _install(known: Known, files: list[str]) -> list[dict]:
    names = dict.fromkeys(name for file in files for name in known.header(file)["dependencies"] if not name.startswith("torch>"))
    return [_cell("code", "%pip install -q " + " ".join(f'"{name}"' for name in names))] if names else []


def _file(name: str, text: str) -> list[dict]:
    return [_cell("code", f"%%writefile {name}\n{text}"), _cell("code", f"!python {name}")]


def _parts(source: str) -> list[str]:
    """The source cut before each section that starts between two statements; in one piece if a cut would break one."""
    cuts = [0, *(match.start() for match in _START.finditer(source)), len(source)]
    parts = [source[a:b] for a, b in pairwise(cuts) if source[a:b].strip()]
    try:
        for part in parts:
            ast.parse(part)
    except SyntaxError:
        return [source]
    return parts


def _cell(kind: str, source: str) -> dict:
    cell = {"cell_type": kind, "metadata": {}, "source": source.strip("\n").splitlines(keepends=True)}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def _notebook(cells: list[dict]) -> str:
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    meta = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    lines = ",\n".join(json.dumps(cell, ensure_ascii=False) for cell in cells)  # to indent them, Python's slow encoder would be needed
    return f'{{"cells": [\n{lines}\n], "metadata": {json.dumps(meta)}, "nbformat": 4, "nbformat_minor": 5}}\n'


def _text(lines: list[str]) -> str:
    return "\n".join(line for line in lines if not is_section_mark(line)).strip("\n") + "\n"
