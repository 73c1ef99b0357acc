"""A page as plain Markdown: what it embeds, draws and asks for is put in its place, and nothing is left that needs a hook.

`page.md` -> `build/<language>/page.md`. Every replaced part is an item that the reader of pages (workshop/page.py) found; this module
does not look for any.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator

from proven.fault import Fault
from proven.script import by_version
from workshop.compile import lists, pictures, proof
from workshop.compile.known import Known, messages
from workshop.page import Item, Page

# A particle never begins a line: after code or a bracket the browser would break there.
_PARTICLE = re.compile(r"(?<=[`)”’])(?=[가-힣])")
JOINER = "\u2060"
_TEST = re.compile(r"\[`(tests/[\w/.]+)`\]\[\]")  # of a recipe: a file of the repository

Change = tuple[int, int, str]  # from, to, text


def compiled(known: Known, language: str, name: str) -> str:
    """The page as Markdown.

    Raises:
        Fault: the page's form is broken, or it embeds, shows or asks for what does not exist.
    """
    known.text(language, name)
    page = known.pages(language)[name]
    for fault in page.faults:
        raise fault
    changes = sorted(_changes(known, language, page))
    text = _front(known, page) + "".join(_changed(page.source, page.body, changes))
    return "\n\n".join([text.rstrip(), *filter(None, _end(known, language, page))]) + "\n"


def _changed(source: str, at: int, changes: list[Change]) -> Iterator[str]:
    for start, end, text in changes:
        if start >= at:  # else it stands inside what was already replaced: a formula in a figure's alt text
            yield source[at:start] + text
            at = end
    yield source[at:]


def _front(known: Known, page: Page) -> str:
    """The front matter, with what only the source knows and templates may need."""
    front = page.source[: page.body].removesuffix("---\n") or "---\n"
    changed = known.changed(page.name)
    return (
        f"{front}source: {page.path.relative_to(known.site.root).as_posix()}\n" + (f'changed: "{changed}"\n' if changed else "") + "---\n"
    )


def _changes(known: Known, language: str, page: Page) -> Iterator[Change]:
    shown: set[tuple[int, int]] = set()
    for item in page.items:
        if item.kind in MAKERS and item.span not in shown:
            shown.add(item.span)
            try:
                yield *item.span, MAKERS[item.kind](known, language, page, item)
            except Fault as fault:  # of what the page uses: told where the page uses it
                if fault.path == page.path:
                    raise
                raise Fault(page.path, item.line, f"{item.kind} {item.what}: {fault.what}", fault.mend) from None
    for _, address, end in messages(page):
        yield end, end, f"{{ #{address} }}"
    for match in _TEST.finditer(page.source, page.body):
        yield *match.span(), f"[`{match[1]}`]({known.home.github}/blob/main/{match[1]})"
    if language == "ko":
        for match in _PARTICLE.finditer(page.source, page.body):
            if page.prose[match.start()] != " ":
                yield match.start(), match.start(), JOINER


def _embed(known: Known, language: str, page: Page, item: Item) -> str:
    indent = re.match(r"[ \t]*", page.source[item.span[0] :])[0]  # type: ignore[index]
    file = item.what.partition(":")[0]
    if known.is_task(file):
        change, output = known.task(item.what)
        lines = [*_fence("diff", change), "", *_versions("{ .python .comes-out }", output, known.words(language, "proof"))]
        return textwrap.indent("\n".join([*lines, *proof.fold(known, language, page.name, item.what)]), indent)
    text = known.section(item.what)
    attributes = f'data-program="{file}" data-lines="{known.end(item.what)}"'
    head = "{ " + f".python .embedded {item.text} {attributes}".replace("  ", " ") + " }"
    lines = _versions(head, text, known.words(language, "proof"))
    return textwrap.indent("\n".join([*lines, *proof.fold(known, language, page.name, file)]), indent)


def _versions(head: str, text: str, words: dict[str, str]) -> list[str]:
    """A block as the newest torch prints it, and folded below it what older versions print otherwise."""
    newest, older = by_version(text)
    lines = [*_fence(head, newest), ""]
    for version, printed in older.items():
        lines += [f'??? older "{words["older"].format(version=version)}"', ""]
        lines += [*(f"    {line}" for line in _fence("{ .python .comes-out }", printed or f"# {words['nothing']}")), ""]
    return lines


def _fence(head: str, text: str) -> list[str]:
    ticks = max(["```", *(run + "`" for run in re.findall("`{3,}", text))], key=len)
    return [f"{ticks} {head}", *text.rstrip("\n").split("\n"), ticks]


def _figure(known: Known, language: str, page: Page, item: Item) -> str:  # noqa: ARG001
    name = "figures/" + item.what.partition("figures/")[2]
    drawn = known.picture(name)
    if isinstance(drawn, bytes):
        return f"{page.source[slice(*item.span)]}{{ loading=lazy decoding=async {pictures.size(drawn)} }}"
    prefix = re.sub(r"\W+", "-", name.removeprefix("figures/").removesuffix(".svg"))
    return f"<p>{pictures.figure(known.site.docs / name, drawn, item.text, prefix)}</p>"


def _diagram(known: Known, language: str, page: Page, item: Item) -> str:
    name = pictures.drawing(item.text)
    if not (known.site.docs / name).is_file():
        raise Fault(page.path, item.line, "this diagram is not drawn as it reads now", pictures.DRAW)
    drawn = known.picture(name)
    assert isinstance(drawn, str)
    return pictures.diagram(known.site.docs / name, drawn, item.text, known.words(language, "diagram"))


def _formula(known: Known, language: str, page: Page, item: Item) -> str:  # noqa: ARG001
    display = "block" if page.source.startswith("$$", item.span[0]) else "inline"
    try:
        math = pictures.formula(item.text.strip(), display)
    except ValueError as error:
        raise Fault(page.path, item.line, f"not a formula: {item.text.strip()} ({error})", "correct the TeX") from None
    # Markdown takes a line that begins with <math> for a block of HTML and tears its paragraph apart; <span> it does not.
    return f'<div class="formula">{math}</div>' if display == "block" else f"<span>{math}</span>"


def _list(known: Known, language: str, page: Page, item: Item) -> str:
    if item.what not in lists.LISTS:
        raise Fault(page.path, item.line, f"there is no list {item.what!r}", f"known: {', '.join(lists.LISTS)}")
    return lists.LISTS[item.what](known, language, page.name)


MAKERS = {"embed": _embed, "figure": _figure, "diagram": _diagram, "formula": _formula, "list": _list}


def _end(known: Known, language: str, page: Page) -> Iterator[str]:
    """What stands once a page: its proofs in one line, where its references lead, and the programs that its blocks are parts of."""
    files = list(dict.fromkeys(item.what.partition(":")[0] for item in page.of("embed") if not known.is_task(item.what)))
    yield proof.line(known, language, page.name, files)
    if files:
        programs = json.dumps({file: known.program(file) for file in files}, ensure_ascii=False).replace("<", "\\u003c")
        yield f'<script type="application/json" class="programs">{programs}</script>'
