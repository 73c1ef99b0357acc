"""The one model of a page: front matter, what follows what, sections, prose; and what is wrong with its form.

Pages are plain Markdown with pymdownx: a scan line by line finds what the checks need, without any of the site's packages.
"""

from __future__ import annotations

import itertools
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import yaml

from proven.fault import Fault, read

PYTHON = ("python", "py")
# What a page may hold without a run: commands, diagrams and, on older pages, changes. Everything else is code or output, and is embedded.
LABELS = ("bash", "diff", "mermaid")

_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_EMBED = re.compile(r"-+8<-+(?:\s+[\"'](?P<path>[^:\"']+)(?::(?P<part>[^\"']*))?[\"']\s*$)?")
_FENCE = re.compile(r"^(?P<indent>\s*)(?P<ticks>`{3,}|~{3,})\s*\{?\s*\.?(?P<language>[\w+-]*)(?P<rest>[^`]*)$")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?!#)\s*(?P<text>\S.*?)\s*(?:\{(?P<attributes>[^{}]*)\})?\s*$")
_UNDERLINE = re.compile(r"^(?:={2,}|-{2,})\s*$")
_ID = re.compile(r"\{[^{}]*#(?P<id>[\w-]+)[^{}]*\}")
_LIST = re.compile(r"^<!-- (?P<name>\w+) -->\s*$")  # what the site makes of its data stands here
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")  # the line under a table's head
_OPENER = re.compile(r"^(?P<indent>\s*)(?P<marks>!!!|\?\?\?\+?|===\+?)\s+(?P<type>\w*)")
_REFERENCE = re.compile(r"^::: +(?P<name>[\w.]+)\s*$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d+\.)\s+\S")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\s*(?P<target>[^)\s]+)[^)]*\)")
_LINK = re.compile(r"\[[^\[\]]*\]\(\s*(?P<target>[^)\s]+)[^)]*\)|<(?P<bare>https?://[^>\s]+)>|(?m:^\[[^\]]+\]:\s*(?P<defined>\S+))")
_FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![\\$])\$(?![\s$])([^$\n]+?)(?<![\s\\])\$", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Item:
    """A part of a page that must be the same in every language; `text` is what belongs to one language."""

    kind: str  # heading, embed, reference, list, figure, diagram, formula, table, admonition, link or fence
    line: int
    what: str
    text: str = ""  # of an embed the options of its fence, as they are written
    span: tuple[int, int] = (0, 0)  # where it stands in the page's source; a fence from its first line to its last, indentation included


@dataclass(frozen=True)
class Page:
    path: Path
    language: str
    name: str  # chapter/page
    source: str  # with \n at the ends of its lines
    meta: dict[str, str]
    items: tuple[Item, ...]
    prose: str  # the source with code, comments and front matter keys blanked out; every place in it stays
    faults: tuple[Fault, ...]

    def of(self, kind: str) -> list[Item]:
        return [item for item in self.items if item.kind == kind]

    @cached_property
    def ids(self) -> set[str]:
        return {match["id"] for match in _ID.finditer(self.prose)}

    @cached_property
    def text(self) -> str:
        """The source with fences and formulas blanked out; what stands in backquotes stays, and so does every place."""
        text = self.source
        for item in self.items:
            if item.kind in ("fence", "embed", "diagram", "formula"):
                start, end = item.span
                text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        return text

    @cached_property
    def embedded(self) -> set[str]:
        """The files that the page shows, or sections of them: `chapter/file.py`."""
        return {item.what.partition(":")[0] for item in self.of("embed")}

    @cached_property
    def body(self) -> int:
        """Where the text begins, behind the front matter."""
        match = _FRONT.match(self.source)
        return match.end() if match else 0

    def stretches(self) -> Iterator[tuple[str, int, int]]:
        """Id and place of each section of the second level in the source, without its heading and with the sections below it."""
        heads = [item for item in self.of("heading") if item.what.startswith(("# ", "## "))]
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            yield head.what.partition(" ")[2], head.span[1], following.span[0] if following else len(self.source)

    def sections(self) -> Iterator[tuple[str, int, str, list[str]]]:
        """Heading id, line, own text and embeds of each section. The first holds what stands before it, front matter included."""
        lines = self.source.splitlines()
        heads = self.of("heading")
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            start, end = (1 if head is heads[0] else head.line), (following.line if following else len(lines) + 1)
            embeds = [item.what for item in self.of("embed") if start <= item.line < end]
            yield head.what.partition(" ")[2], head.line, "\n".join(text.rstrip() for text in lines[start - 1 : end - 1]).strip(), embeds


def paths(language: str, root: Path) -> list[Path]:
    return sorted((root / "docs" / language).rglob("*.md"))


def load_page(path: Path, root: Path) -> Page:
    """Read a page; what is wrong in its form is kept in `faults`.

    Raises:
        Fault: the file is not UTF-8, or its front matter is not YAML.
    """
    source = read(path).replace("\r\n", "\n")
    language, _, name = path.relative_to(root / "docs").with_suffix("").as_posix().partition("/")
    meta, first = _front_matter(path, source)
    items, faults, lines = _scan(path, source.split("\n"), first)
    prose = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), "\n".join(lines))
    return Page(
        path,
        language,
        name,
        source,
        meta,
        tuple(sorted([*items, *_inline(prose)], key=lambda item: item.line)),
        prose,
        tuple(faults),
    )


def _front_matter(path: Path, source: str) -> tuple[dict[str, str], int]:
    """The keys of the front matter, and the number of the first line after it."""
    match = _FRONT.match(source)
    if not match:
        return {}, 1
    try:
        meta = yaml.safe_load(match[1])
        return {str(key): str(value) for key, value in meta.items()}, match[0].count("\n") + 1
    except (yaml.YAMLError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Fault(path, mark.line + 2 if mark else 2, "the front matter is not YAML", "put values that hold `: ` in quotes") from None


def _scan(path: Path, lines: list[str], first: int) -> tuple[list[Item], list[Fault], list[str]]:
    """Everything that is a matter of whole lines. Returns items, faults and the lines with fences and front matter keys blanked."""
    items: list[Item] = []
    faults: list[Fault] = []
    prose = [re.sub(r"^(---|\w+:)", lambda key: " " * len(key[0]), text) if n < first else text for n, text in enumerate(lines, 1)]
    fence: re.Match | None = None
    body: list[str] = []
    commented = False
    opened, inside = 0, [0]  # `inside`: indents at which open admonitions and list items hold their text
    starts = [0, *itertools.accumulate(len(text) + 1 for text in lines)]

    def found(kind: str, line: int, what: str, text: str = "", last: int = 0) -> None:
        items.append(Item(kind, line, what, text, (starts[line - 1], starts[last or line] - 1)))

    for number, raw in enumerate(lines[first - 1 :], first):
        quoted = raw.lstrip().startswith(">") and (not fence or lines[opened - 1].lstrip().startswith(">"))
        text = re.sub(r"^\s*(?:>\s?)+", "", raw) if quoted else raw
        if fence:
            prose[number - 1] = " " * len(raw)
            if re.match(rf"^\s*{fence['ticks'][0]}{{{len(fence['ticks'])},}}\s*$", text):
                span = (starts[opened - 1], starts[number] - 1)
                items += [replace(item, span=span) for item in _fence(path, opened, fence, lines[opened - 1], body, faults)]
                fence = None
            else:
                body.append(text)
            continue
        if commented or raw.startswith("<!--"):
            if not commented and (asked := _LIST.match(raw)):
                found("list", number, asked["name"])
            commented, prose[number - 1] = "-->" not in raw, " " * len(raw)
            continue
        if fence := _FENCE.match(text):
            opened, body, prose[number - 1] = number, [], " " * len(raw)
            continue
        if not text.strip():
            continue
        before = lines[number - 2] if number > first else ""
        indent = len(raw) - len(raw.lstrip())
        while indent < inside[-1]:
            inside.pop()
        if opener := _OPENER.match(raw):
            found("admonition", number, f"{opener['marks']} {opener['type']}".strip())
        if opener or _ITEM.match(raw):
            inside.append(indent + 4)
        elif indent >= inside[-1] + 4 and not before.strip():
            faults.append(Fault(path, number, "an indented code block", "embed a snippet, or use a labelled fence"))
        if heading := _HEADING.match(text):
            ident = _ID.search(f"{{{heading['attributes'] or ''}}}")
            found("heading", number, f"{heading['marks']} {ident['id'] if ident else ''}", heading["text"])
        elif _RULE.match(text) and "|" in text and "|" in before:
            rows = 1 + next(i for i, row in enumerate([*lines[number:], ""]) if "|" not in row)
            found("table", number - 1, f"{rows} x {len(text.strip().strip('|').split('|'))}", last=number + rows - 1)
        elif _UNDERLINE.match(text) and before.strip():
            faults.append(Fault(path, number - 1, "an underlined heading", "write `## Heading { #id }`"))
        if reference := _REFERENCE.match(raw):
            found("reference", number, reference["name"])
        if _EMBED.search(text) and "`" not in text:
            faults.append(Fault(path, number, "an embed outside a fence", 'put it alone into a "``` python" fence'))
    if fence:
        faults.append(Fault(path, opened, "a fence that is never closed", "close it with the same marks"))
    return items, faults, prose


def _fence(path: Path, line: int, fence: re.Match, opening: str, body: list[str], faults: list[Fault]) -> Iterator[Item]:
    language = fence["language"].lower()
    code = [(number, text.strip()) for number, text in enumerate(body, line + 1) if text.strip()]
    embeds = [(number, match) for number, text in code if (match := _EMBED.search(text))]
    if not embeds and language == "mermaid":
        yield _diagram(path, line, body, faults)
        return
    if not embeds and language in LABELS:
        yield Item("fence", line, "\n".join([language, *(text.strip() for text in body)]))
        return
    yield Item("fence", line, language)
    if not embeds and language not in PYTHON:
        what = f"a fence labelled {language!r}" if language else "a fence without a label"
        faults.append(Fault(path, line, what, f"embed Python from a snippet; label anything else as one of {', '.join(LABELS)}"))
    elif len(embeds) != 1 or len(code) != 1:
        number = next((number for number, text in code if not _EMBED.search(text)), line)
        mend = 'let the fence hold one line: --8<-- "chapter/snippet.py:section"'
        faults.append(Fault(path, number, "Python on a page that is not one embed of a snippet", mend))
    elif language not in PYTHON:
        faults.append(Fault(path, line, f"an embed in a fence labelled {language!r}", "label it python"))
    if opening.lstrip().startswith(">"):
        faults.append(Fault(path, line, "a fence inside a blockquote, where an embed stays raw", "use an admonition: `!!! quote`"))
    for number, match in embeds:
        part = match["part"] or ""
        if not match["path"]:
            faults.append(Fault(path, number, "not an embed", 'write --8<-- "chapter/snippet.py:section"'))
        elif re.fullmatch(r"[\d:,\s-]+", part):
            faults.append(Fault(path, number, f"an embed by line number ({part})", "name a section: lines move"))
        else:
            yield Item("embed", number, match["path"] + (f":{part}" if part else ""), fence["rest"].strip(" \t{}"))


def accessible(diagram: str) -> list[str]:
    """What a reader who does not see a Mermaid diagram is told: its title and its description, where it has them."""
    return [match[1] for key in ("accTitle", "accDescr") if (match := re.search(rf"^ *{key}: *(.*\S)", diagram, re.M))]


def _diagram(path: Path, line: int, body: list[str], faults: list[Fault]) -> Item:
    """A Mermaid diagram: its structure is the same in every language; what stands in quotes and after a colon is text."""
    source = textwrap.dedent("\n".join(body)).strip()
    if len(accessible(source)) < 2:
        mend = "add `accTitle: ...` and `accDescr: ...` in the page's language under its first line"
        faults.append(Fault(path, line, "a diagram that says nothing to who does not see it", mend))
    return Item("diagram", line, re.sub(r'"[^"\n]*"|:\s.*', '""', source), source)


def _inline(prose: str) -> Iterator[Item]:
    for match in _FORMULA.finditer(prose):
        tex = re.sub(r"\\text\{[^{}]*\}", r"\\text{}", match[1] or match[2])  # its words belong to the language
        yield Item("formula", prose.count("\n", 0, match.start()) + 1, " ".join(tex.split()), match[1] or match[2], match.span())
    prose = _FORMULA.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), prose)
    for kind, pattern in (("figure", _IMAGE), ("link", _LINK)):
        for match in pattern.finditer(prose):
            target = match["target"] if kind == "figure" else match["target"] or match["bare"] or match["defined"]
            alt = match["alt"].strip() if kind == "figure" else ""
            yield Item(kind, prose.count("\n", 0, match.start()) + 1, target, alt, match.span())
        prose = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), prose)  # an image may stand inside a link
