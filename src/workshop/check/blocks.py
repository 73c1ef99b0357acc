"""The blocks of a page: everything that is Python comes from a run, and every task is answered by one."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator, Mapping

from proven import task
from proven.fault import Fault, read
from proven.script import Script, sections
from workshop.check import debt
from workshop.page import Page
from workshop.project import Site, key

MOST = 26  # embeds of a page, its tasks not counted
LONG, LONGER = 60, 80  # characters of a statement and of an expression in backquotes
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_PROMPT = re.compile(r"^ *>>> ", re.M)
_PRE = re.compile(r"<(?:pre|samp|code)\b", re.I)
_INLINE = re.compile(r"\bpython3? (?:-c|-?\s*<<)")  # code on a command line
_LINE = re.compile(r"^\s*(?:>\s?|[-*+] |\d+\. )*([a-z_][\w.]* ?[=(].*?|import .*?|from .*?)[\\ ]*$", re.M)  # what may be a line of code
_COLOURED = re.compile(r"(?:#!|:::)\w+ ")  # pymdownx colours what begins so
_TASK = re.compile(r"^\d+\. ", re.M)

Found = tuple[Page, str, Fault]


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Python that no run stands behind, embeds of what is not there, tasks without an answer, and sections that no page shows."""
    found: list[Found] = []
    for named in pages.values():
        for page in named.values():
            yield from page.faults
            yield from _embeds(page, project)
            yield from _raw(page)
            found += [*_crowded(page), *_typed(page), *_unanswered(page)]
    yield from debt.kept(project, pages, "blocks", found)
    yield from _never_embedded(project, pages)


def is_python(text: str) -> bool:
    """Does it parse, and does it do something? Plain words and bare values do not."""
    try:
        tree = ast.parse(textwrap.dedent(text))
    except SyntaxError:
        return False
    return any(isinstance(node, ast.Call | ast.Assign | ast.Import | ast.ImportFrom | ast.FunctionDef) for node in ast.walk(tree))


def _embeds(page: Page, project: Site) -> Iterator[Fault]:
    for item in page.of("embed"):
        try:
            project.source(item.what)
        except Fault as fault:
            file = item.what.partition(":")[0]
            yield Fault(page.path, item.line, fault.what if file in fault.what else f"{file}: {fault.what}", fault.mend)


def _raw(page: Page) -> Iterator[Fault]:
    """Code and output by the side of the fences: in HTML, after a prompt, or Python under another label."""
    mend = "embed it from a snippet"
    for pattern, what in ((_PRE, "code as HTML"), (_PROMPT, "a session at the prompt")):
        for match in pattern.finditer(page.prose):
            yield Fault(page.path, page.prose.count("\n", 0, match.start()) + 1, what, mend)
    for match in _LINE.finditer(page.prose, page.body):
        if is_python(match[1]):
            yield Fault(page.path, page.prose.count("\n", 0, match.start(1)) + 1, "a line of code as prose", mend)
    for item in page.of("fence"):
        label, _, body = item.what.partition("\n")
        lines = [line.lstrip("$ ") for line in body.split("\n")]
        if _PROMPT.search(body) or (label == "bash" and (is_python(body) or any(map(is_python, lines)) or _INLINE.search(body))):
            yield Fault(page.path, item.line, f"Python in a fence labelled {label!r}", mend)


def _crowded(page: Page) -> Iterator[Found]:
    """A page with more blocks than somebody reads."""
    if (number := sum(task.SUFFIX not in item.what for item in page.of("embed"))) > MOST:
        mend = f"make two pages of it, or leave something out: {MOST} at most, tasks not counted"
        yield page, f"more than {MOST} blocks", Fault(page.path, 1, f"{number} blocks of code", mend)


def _typed(page: Page) -> Iterator[Found]:
    """Changes and lines of code that somebody typed."""
    for item in page.of("fence"):
        label, _, body = item.what.partition("\n")
        if label == "diff":
            mend = "make it a task (snippets/<chapter>/<name>.tasks.toml) and embed that: then its change and what comes out are run"
            yield page, f"diff: {body.partition(chr(10))[0]}", Fault(page.path, item.line, "a change that nobody ran", mend)
    for match in _CODE.finditer(page.text):
        code = _COLOURED.sub("", match[2].strip(), count=1)
        start, end = page.text.rfind("\n", 0, match.start()) + 1, page.text.find("\n", match.end())
        alone = page.text[start:end].strip() == match[0]
        try:
            statements = ast.parse(code).body
        except SyntaxError:
            continue
        a_line = alone and is_python(code)
        if a_line or len(statements) > 1 or len(code) > (LONGER if statements and isinstance(statements[0], ast.Expr) else LONG):
            what = "a line of code that nobody ran" if a_line else "a script in backquotes"
            yield (
                page,
                code,
                Fault(page.path, page.text.count("\n", 0, match.start()) + 1, what, "embed it as a block, which can be copied"),
            )


def _unanswered(page: Page) -> Iterator[Found]:
    """Tasks of the section `try-it` under which no executed answer stands."""
    heads = page.of("heading")
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        if head.what != "## try-it":
            continue
        end = following.span[0] if following else len(page.source)
        starts = [match.start() for match in _TASK.finditer(page.source, head.span[1], end)]
        for number, (start, stop) in enumerate(zip(starts, [*starts[1:], end], strict=True), 1):
            inside = [item for item in page.items if start <= item.span[0] < stop]
            folded = any(item.kind == "admonition" and item.what.startswith("???") for item in inside)
            if not folded or not any(item.kind == "embed" and task.SUFFIX in item.what for item in inside):
                line = page.source.count("\n", 0, start) + 1
                mend = 'fold its answer under it: `??? success "Answer"` with an embed of "chapter/snippet.tasks.toml:id"'
                yield page, f"try-it {number}", Fault(page.path, line, f"task {number} has no executed answer", mend)


def _never_embedded(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Sections (files, where there are none) that a language does not show; only of files that these pages embed, unless they are all."""
    places = {script.path: _starts(script) for script in project.scripts_and_faults()[0]}
    places |= {path: {name: section.start for name, section in sections(path, read(path)).items()} for path in project.recipes}
    for path in task.find(project):
        try:
            places[path] = {id: loaded.line for id, loaded in task.load(path, project).items()}
        except Fault as broken:
            yield broken
    embedded = {
        language: {item.what for page in named.values() for item in page.of("embed")} for language, named in project.all_pages().items()
    }
    asked = None if project.is_all(pages) else {file for named in pages.values() for page in named.values() for file in page.embedded}
    if asked is not None:
        asked |= {file.removesuffix(".py") + task.SUFFIX for file in asked}
    for path, starts in places.items():
        file = key(path, project)
        if asked is not None and file not in asked:
            continue
        for name, line in (starts or {"": 1}).items():
            if missing := [language for language in embedded if not {file, f"{file}:{name}"} & embedded[language]]:
                what = f"task {name!r}" if path.name.endswith(task.SUFFIX) else f"section {name!r}" if name else "it"
                fault = f"{what} is embedded on no page in {' and '.join(missing)}"
                yield Fault(path, line, fault, "embed it in both languages, or remove it")


def _starts(script: Script) -> dict[str, int]:
    return {name: section.start for name, section in script.sections.items()}
