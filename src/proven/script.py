"""The one model of a script: its header, its statements, its recorded output and its sections.

Whatever runs, compares, shows or counts a script sees it through this module.
"""

from __future__ import annotations

import ast
import hashlib
import io
import re
import tokenize
import tomllib
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeGuard

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proven import fault
from proven.fault import Fault

COMPARED, SAMPLE, WARNING = ">", "~", "!"
UNTIL = "<="  # `# <= 2.14`: what is recorded below is what torch printed up to that version
# `#>` is what people type, `# >` is what ruff and black leave behind: both are read, the second is written.
_RECORDED = re.compile(r"^# ?([>~!]|<=(?= \d+\.\d+$))(?: (.*))?$")
_LIKE_RECORDED = re.compile(r"^#+\s*([>~!]|<=)")
# What ends a line for some readers and not for others, and what changes the direction of others.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_CODING = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_SECTION = re.compile(r"^\s*#\s*--8<--\s*\[\s*(start|end)\s*:\s*([^\]\s]+)\s*\]\s*$")
_FIGURE = re.compile(r"[\w-][\w.-]*\.(svg|png)")
HEADER = re.compile(r"(?m)^# /// script$\n(?P<body>(^#(| .*)$\n)+)^# ///$")


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_HEADER_KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "gpus": (lambda value: _is_number(value) and value in range(1025), "a number of GPUs"),
    "timeout": (lambda value: _is_number(value) and 0 < value <= 3600, "a number of seconds up to an hour"),
    "alone": (lambda value: isinstance(value, bool), "true or false"),
    "claims": (_are_texts, "a list of ids"),
    "figures": (lambda value: _are_texts(value) and all(map(_FIGURE.fullmatch, value)), "a list of plain names that end in .svg or .png"),
}


@dataclass(frozen=True)
class Warm:
    """What is ready before a script begins, so that each begins quickly and as a new interpreter would."""

    preload: tuple[tuple[str, str], ...] = ()  # module, and a pattern of the text in a script that tells that it will be used
    seeds: tuple[str, ...] = ()  # functions of such modules that make their random numbers new in each script
    stubs: tuple[str, ...] = ()  # modules to be found empty
    addressed: tuple[str, ...] = ()  # packages whose deprecations a script hears, beside its own and the library's


@dataclass(frozen=True)
class Places:
    """Where a project keeps what its scripts use."""

    root: Path  # names are relative to it
    sources: Path  # the library lies in it
    library: str  # the package of recipes
    figures: Path  # figures that are committed, by chapter
    warm: Warm
    torch: str = ""  # the version that is pinned: what is recorded without a version is what it prints
    matplotlib: str = ""  # the version that is pinned: figures are as it draws them


@dataclass(frozen=True)
class Header:
    """What a snippet needs and settles: PEP 723 dependencies and the table `[tool.tbe]`."""

    dependencies: tuple[str, ...] = ()
    requires_python: str = ""
    gpus: int = 0  # CUDA devices; with fewer the snippet is skipped
    timeout: float = 60.0  # seconds
    alone: bool = False  # measures time or memory: nothing else may run beside it
    claims: tuple[str, ...] = ()  # ids of data/claims.csv that its output settles
    figures: tuple[str, ...] = ()  # files it writes into its folder, kept in docs/figures/<chapter>/


@dataclass(frozen=True)
class Recorded:
    """One line of recorded output: its mark, its text and where it stands (1-based); of the mark UNTIL the text is a version."""

    mark: str
    text: str
    line: int


@dataclass(frozen=True)
class Statement:
    """The top-level code that ends on line `end`, and the output recorded right under it, of older versions of torch last."""

    start: int
    end: int
    recorded: tuple[Recorded, ...] = ()

    def under(self, torch: str) -> tuple[Recorded, ...]:
        """What is recorded for a version of torch; for an unknown one, what the newest prints."""
        return versions(self.recorded)[applies(self.recorded, torch)]


@dataclass(frozen=True)
class Section:
    """A named stretch of lines between its two marks; `start` and `end` are the marks' own lines."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Script:
    path: Path
    source: str
    header: Header
    statements: tuple[Statement, ...]
    tree: ast.Module = field(repr=False, compare=False)
    places: Places
    sections: dict[str, Section] = field(default_factory=dict)
    recipes: tuple[Path, ...] = ()  # files of the library that it imports

    @property
    def name(self) -> str:
        """As records and test ids show it: the path relative to the project."""
        return fault.shown(self.path, self.places.root)

    @property
    def chapter(self) -> str:
        return self.path.parent.name

    @property
    def lines(self) -> list[str]:
        return self.source.split("\n")

    @property
    def sha256(self) -> str:
        """Of the text that was loaded and that runs."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    @property
    def older(self) -> set[str]:
        """The versions of torch for which something else is recorded than the newest prints."""
        return {line.text for statement in self.statements for line in statement.recorded if line.mark == UNTIL}

    def digest(self, torch: str) -> str:
        """Of the text as far as it concerns a version of torch: without what is recorded for others."""
        others = {line.line for s in self.statements for line in s.recorded} - {
            line.line for s in self.statements for line in s.under(torch)
        }
        kept = "\n".join(text for number, text in enumerate(self.lines, 1) if number not in others)
        return hashlib.sha256(kept.encode()).hexdigest()

    @property
    def figures(self) -> dict[str, Path]:
        """Where the figures that it draws are kept, by name."""
        return {name: self.places.figures / self.chapter / name for name in self.header.figures}


def parse(path: Path, source: str, places: Places) -> Script:
    """Check the text of a script.

    Args:
        path: where it stands, or would.
        source: its text.
        places: of its project.

    Raises:
        Fault: a syntax error, a broken header, section or record; with line and mend.
    """
    _plain_text(path, source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an invalid escape, which the run hears too
            tree = ast.parse(source)
    except SyntaxError as error:
        raise Fault(path, error.lineno or 1, f"not Python: {error.msg}", "run it with `python` and correct it") from None
    except (RecursionError, MemoryError):
        raise Fault(path, 1, "its expressions are nested too deeply to be read", "cut them into statements") from None
    return Script(
        path=path,
        source=source,
        header=_header(path, source),
        statements=_statements(path, source, tree),
        tree=tree,
        sections=sections(path, source),
        recipes=_recipes(path, source, tree, places),
        places=places,
    )


def _plain_text(path: Path, source: str) -> None:
    """Refuse what some readers take for the end of a line and others do not, what no reader sees, and any encoding but UTF-8."""
    if found := CONTROL.search(source):
        line, code = source.count("\n", 0, found.start()) + 1, f"U+{ord(found[0]):04X}"
        mend = "delete it; in a string write it as an escape (`\\r`, `\\x0c`, `\\u2028`)"
        raise Fault(path, line, f"holds the control character {code}", mend)
    for number, text in enumerate(source.split("\n")[:2], 1):
        if (named := _CODING.match(text)) and named[1].lower().replace("_", "-") not in ("utf-8", "utf8"):
            raise Fault(path, number, f"says that it is written in {named[1]}", "save it as UTF-8 and delete that line")


@lru_cache(256)  # a text is asked for its records, for its sections and for what it is without records
def comments(source: str) -> tuple[tuple[int, int, str], ...]:
    """The real comments, each with its line (1-based) and column: the same text inside a string is none.

    Raises:
        SyntaxError, tokenize.TokenError: it is not Python.
    """
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return tuple((*token.start, token.string.rstrip()) for token in tokens if token.type == tokenize.COMMENT)


def _header(path: Path, source: str) -> Header:
    found = list(HEADER.finditer(source))
    if len(found) != 1:
        what = "has no header" if not found else "has more than one header"
        mend = "begin the file with `# /// script`, `# dependencies = [...]`, `# ///` (PEP 723)"
        raise Fault(path, 1, what, mend)
    line = source[: found[0].start()].count("\n") + 1
    body = "\n".join(text[2:] if text.startswith("# ") else text[1:] for text in found[0]["body"].split("\n"))
    try:
        data = tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        inside = re.search(r"line (\d+)", str(error))
        at = line + (int(inside[1]) if inside else 0)
        raise Fault(path, at, f"the header is not TOML: {error}", "correct the header") from None
    lines = body.split("\n")

    def wrong(key: str, what: str, mend: str) -> Fault:
        at = next((number for number, text in enumerate(lines, 1) if re.match(rf"\s*{re.escape(key)}\s*=", text)), 0)
        return Fault(path, line + at, what, mend)

    table = data.get("tool", {})
    table = table.get("tbe", {}) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        raise Fault(path, line, "the header's [tool.tbe] is no table", "write `# [tool.tbe]` and the keys below it")
    for key, value in table.items():
        if key not in _HEADER_KEYS:
            raise wrong(key, f"unknown key {key!r} in [tool.tbe]", f"known: {', '.join(_HEADER_KEYS)}")
        right, what = _HEADER_KEYS[key]
        if not right(value):
            raise wrong(key, f"[tool.tbe] {key} = {value!r} is not {what}", "see CONTRIBUTING.md")
    dependencies, python = data.get("dependencies"), data.get("requires-python", "")
    if not _are_texts(dependencies):
        raise wrong("dependencies", "the header names no dependencies", 'write `# dependencies = ["torch>=2.11"]`')
    for requirement in dependencies:
        try:
            Requirement(requirement)
        except InvalidRequirement as error:
            said = str(error).split("\n")[0]
            raise wrong("dependencies", f"the header does not name a requirement: {requirement!r}: {said}", "write it as for pip") from None
    try:
        SpecifierSet(python)
    except (InvalidSpecifier, TypeError, AttributeError):
        raise wrong("requires-python", f"requires-python = {python!r} is no range of versions", 'write it as `">=3.11"`') from None
    return Header(
        dependencies=tuple(dependencies),
        requires_python=python,
        gpus=table.get("gpus", 0),
        timeout=float(table.get("timeout", 60)),
        alone=table.get("alone", False),
        claims=tuple(table.get("claims", ())),
        figures=tuple(table.get("figures", ())),
    )


def _statements(path: Path, source: str, tree: ast.Module) -> tuple[Statement, ...]:
    spans: list[list[int]] = []
    for node in tree.body:
        start, end = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))]), node.end_lineno or node.lineno
        if spans and start <= spans[-1][1]:  # `a = 1; print(a)`: output cannot be told apart, so they count as one
            spans[-1][1] = end
        else:
            spans.append([start, end])
    if not spans:
        raise Fault(path, 1, "has no statement", "write one that prints")
    recorded = _recorded(path, source)
    statements = []
    for start, end in spans:
        block, line = [], end + 1
        while line in recorded:
            block.append(recorded.pop(line))
            line += 1
        check_versions(path, block)
        statements.append(Statement(start, end, tuple(block)))
    if recorded:
        line = min(recorded)
        raise Fault(
            path,
            line,
            "recorded output does not stand right under a top-level statement",
            "move it there, or delete it and run with --update",
        )
    return tuple(statements)


def _recorded(path: Path, source: str) -> dict[int, Recorded]:
    """Recorded lines by line number. What only looks like one would be shown as output that no run has printed."""
    found = {}
    for line, column, text in comments(source):
        if not _LIKE_RECORDED.match(text) or (line == 1 and text.startswith("#!")):
            continue
        if column or not (match := _RECORDED.match(text)):
            mend = "recorded output begins a line with `# > `, `# ~ ` or `# ! ` and stands under a top-level statement; word a comment otherwise"
            raise Fault(path, line, f"looks like recorded output, but no run is compared with it: {text}", mend)
        found[line] = Recorded(match[1], match[2] or "", line)
    return found


def check_library(path: Path, source: str) -> None:
    """Look at the source of a recipe, which pages show as well.

    Raises:
        Fault: a comment that a page would show as output: no run compares it with anything.
    """
    for line in _recorded(path, source).values():
        raise Fault(
            path, line.line, f"looks like recorded output, but no run is compared with it: {line.text}", "word the comment otherwise"
        )


def versions(recorded: Iterable[Recorded]) -> dict[str, tuple[Recorded, ...]]:
    """Recorded lines by the version of torch up to which they hold; of the newest, by the empty text."""
    found: dict[str, tuple[Recorded, ...]] = {"": ()}
    for line in recorded:
        if line.mark == UNTIL:
            found[line.text] = ()
        else:
            last = next(reversed(found))
            found[last] = (*found[last], line)
    return found


def applies(recorded: Iterable[Recorded], torch: str) -> str:
    """Which of `versions` holds for a version of torch."""
    older = [line.text for line in recorded if line.mark == UNTIL and torch and minor(torch) <= minor(line.text)]
    return min(older, key=minor, default="")


def newest_first(found: Iterable[str]) -> list[str]:
    """Versions in the order in which they are recorded; the newest of all, the empty text, before them."""
    return sorted(found, key=lambda version: (not version, minor(version or "0.0")), reverse=True)


def minor(version: str) -> tuple[int, int]:
    """What of a version may change what is printed: (2, 14) of `2.14.1+cpu`."""
    major, number = re.findall(r"\d+", version)[:2]
    return int(major), int(number)


def check_versions(path: Path, recorded: Sequence[Recorded]) -> None:
    """The versions of recorded lines, the newer ones first.

    Raises:
        Fault: they are not in this order.
    """
    marks = [line for line in recorded if line.mark == UNTIL]
    for newer, older in pairwise(marks):
        if minor(newer.text) <= minor(older.text):
            raise Fault(
                path, older.line, f"output up to {older.text} stands under output up to {newer.text}", "put the newer version first"
            )


def is_recorded(line: str) -> bool:
    return bool(_RECORDED.match(line.rstrip()))


def by_version(text: str) -> tuple[str, dict[str, str]]:
    """A part of a script as the newest torch prints it, and by version the lines that older ones print otherwise."""
    newest: list[str] = []
    older: dict[str, str] = {}
    until = ""
    for line in text.split("\n"):
        if (match := _RECORDED.match(line)) and match[1] == UNTIL:
            until = match[2]
            older.setdefault(until, "")
        elif match and until:
            older[until] += f"{line}\n"
        else:
            until = ""
            newest.append(line)
    return "\n".join(newest), older


def is_section_mark(line: str) -> bool:
    return bool(_SECTION.match(line))


def sections(path: Path, source: str) -> dict[str, Section]:
    """The named sections of a snippet or recipe.

    Raises:
        Fault: a section that is unclosed, closed but never opened, nested or of a name used before.
    """
    found: dict[str, Section] = {}
    opened: tuple[str, int] | None = None
    marked = [(number, text) for number, text in enumerate(source.split("\n"), 1) if "--8<--" in text]
    real = {number for number, _, _ in comments(source)} if marked else set()
    for number, text in marked:
        if not (match := _SECTION.match(text)):
            raise Fault(path, number, "not a section mark", "write `# --8<-- [start:name]` or `# --8<-- [end:name]`")
        if number not in real:
            raise Fault(path, number, "a section mark inside a string: what it shows is no code", "write it as a comment of its own")
        kind, name = match[1], match[2]
        if kind == "start":
            if opened:
                raise Fault(path, number, f"section {name!r} starts inside section {opened[0]!r}", f"end {opened[0]!r} first")
            if name in found:
                raise Fault(path, number, f"section {name!r} stands twice (first on line {found[name].start})", "rename one")
            opened = (name, number)
        elif not opened or opened[0] != name:
            raise Fault(path, number, f"section {name!r} ends but was not started", f"add `# --8<-- [start:{name}]` above")
        else:
            found[name] = Section(name, opened[1], number)
            opened = None
    if opened:
        raise Fault(path, opened[1], f"section {opened[0]!r} is never closed", f"add `# --8<-- [end:{opened[0]}]`")
    return found


def _recipes(path: Path, source: str, tree: ast.Module, places: Places) -> tuple[Path, ...]:
    """The recipe files a snippet imports. Only `from torchbyexample.x import name`: that can be put in its place in a download."""
    found: list[Path] = []
    for node in ast.walk(tree) if places.library in source else ():
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.split(".")[0] != places.library:
                continue
            file = places.sources.joinpath(*name.split(".")).with_suffix(".py")
            plain = isinstance(node, ast.ImportFrom) and all(a.asname is None and a.name != "*" for a in node.names)
            if not plain or node not in tree.body:
                mend = f"write `from {places.library}.recipe import name` at the top level, without `as`"
                raise Fault(path, node.lineno, "a recipe is imported in a way that a download cannot replace", mend)
            if not file.is_file():
                raise Fault(
                    path, node.lineno, f"there is no recipe {name}", f"create {file.name} beside the other recipes, or correct the import"
                )
            if file not in found:
                found.append(file)
    return tuple(found)
