"""`tbe why`: what the pages say about an error message, found from whatever was pasted: a traceback, a line, a log of many processes."""

from __future__ import annotations

import ast
import math
import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from proven.fault import shown
from proven.script import is_recorded
from workshop.compile.known import TYPE, Known, causes, error_entries
from workshop.page import Page
from workshop.project import Site

ENOUGH = 0.55  # of what a message says, by weight, that must stand in a line of what was pasted, in its order
LINES = 200  # of what was pasted, from its end
MORE = 3  # other messages that are named below
_PREFIX = re.compile(
    r"\x1b\[[0-9;]*m|^\s*(?:\[?rank ?\d+\]?:|\(\w+ pid=\d+[^)]*\)|E {3,})\s?", re.M
)  # colours, ranks, Ray's and pytest's margins
_FRAME = re.compile(r"^\s*(?:File \"|[\w./\\:<>-]+\.py:?\d* in |---->|\d+ |\^+\s*$|~*\^+~*\s*$|Traceback \(most recent)")
_THROUGH = re.compile(r"\btorch[/\\](?:utils[/\\])?(\w+)[/\\]")  # a frame in torch/utils/data or torch/autograd names a chapter of ours
_SAID = re.compile(r"(?<!\w)[^\W\d_]\w*")  # numbers, sizes and addresses differ from run to run


class Entry(NamedTuple):
    """An error message of a page: one that it explains, with what stands under it, one that a block of it prints, with the block, or one
    that a recipe raises, with the lines that do."""

    message: str
    page: Page
    address: str
    line: int
    span: tuple[int, int]  # of what stands under it, in the page's source
    explained: bool
    code: str = ""  # instead of what stands under it


def entries(known: Known, language: str) -> Iterator[Entry]:
    for page in known.pages(language).values():
        stretches = list(page.stretches())
        found = list(error_entries(page))
        for message, address, span in found:
            yield Entry(message, page, address, page.source.count("\n", 0, span[0]) + 1, span, True)
        told = {tuple(_words(message)) for message, *_ in found}
        for item in page.of("embed"):
            section = next((name for name, start, end in stretches if start <= item.span[0] < end), "")
            if item.what in known.recipes():
                for message, code in _raised(known.section(item.what)):
                    yield Entry(message, page, section, item.line, item.span, False, code)
            for line in known.block(item.what).split("\n"):
                if is_recorded(line) and TYPE.search(line) and tuple(_words(line)) not in told:
                    yield Entry(line[4:].strip(), page, section, item.line, item.span, False)


def _raised(source: str) -> Iterator[tuple[str, str]]:
    """Each message that a recipe raises, without the values in it, and the lines that raise it."""
    for node in ast.walk(ast.parse(source)):
        for raised in (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.Raise)):
            if isinstance(raised.exc, ast.Call) and isinstance(raised.exc.func, ast.Name) and raised.exc.args:
                said = [
                    part.value for part in ast.walk(raised.exc.args[0]) if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
                code = node if isinstance(node, ast.If) else raised
                yield f"{raised.exc.func.id}: {'...'.join(said).strip()}", "\n".join(source.split("\n")[code.lineno - 1 : code.end_lineno])


def why(site: Site, pasted: str, language: str) -> list[str]:
    """The lines to show: the message that fits best with all that pages say of it, then where others stand. Empty: no page explains it."""
    known = Known(site, "/")  # a terminal needs no addresses
    best = ranked(pasted, sorted(entries(known, language), key=lambda entry: (entry.page.name, entry.line)))
    if not best:
        return []
    causes = [entry for entry in best if _words(entry.message) == _words(best[0].message)]
    lines = [best[0].message]
    for entry in causes:
        lines += ["", f"-- {_where(entry)}", "", *_told(known, entry)]
    others = [entry for entry in best if entry not in causes][:MORE]
    return [*lines, "", *(f"-- {entry.message}: {_where(entry)}" for entry in others)] if others else lines


def ranked(pasted: str, found: list[Entry]) -> list[Entry]:
    """The entries whose message stands in a line of what was pasted, or the other way about; the surest first."""
    said = [_words(entry.message) for entry in found]
    everywhere = Counter(word for words in said for word in set(words))
    weight = defaultdict(lambda: math.log(1 + len(said)), {word: math.log((1 + len(said)) / n) for word, n in everywhere.items()})
    lines = [line for line in _PREFIX.sub("", pasted.replace("\r", "")).split("\n") if line.strip() and not _FRAME.match(line)]
    spoken = [_words(line) for line in lines[-LINES:]]
    scored: list[tuple[float, bool, float, int, Entry]] = []
    for entry, words in zip(found, said, strict=True):
        share, at = max(((_share(words, line, weight), at) for at, line in enumerate(spoken)), default=(0.0, 0))
        if share >= ENOUGH:
            scored.append((round(share, 1), entry.explained, round(share, 2) * len(words), at, entry))
    fitting = Counter(item[-1].page.name for item in scored if item[-1].explained)
    through = set(_THROUGH.findall(pasted))
    # Of two that fit alike: what is explained, then what says more (that a process failed says less than why), then the chapter of
    # torch's package that raised it, then the page that explains more of what was pasted, then what comes later, then what lists more causes.
    scored.sort(
        key=lambda item: (
            *item[:3],
            item[-1].page.name.partition("/")[0] in through,
            fitting[item[-1].page.name],
            item[3],
            causes(item[-1].page, item[-1].span),
        ),
        reverse=True,
    )
    return [item[-1] for item in scored]


def _share(message: list[str], line: list[str], weight: Mapping[str, float]) -> float:
    """How much of a message a line says, by weight; of a part of a message, how much of the line that is, and a little less sure."""
    whole, part = (sum(weight[word] for word in words) or math.inf for words in (message, line))
    part = part / 0.9 if len(line) > 2 else math.inf
    if sum(weight[word] for word in set(message) & set(line)) / min(whole, part) < ENOUGH / 2:  # the order need not be looked at
        return 0.0
    return _in_order(message, line, weight) / min(whole, part)


def _in_order(message: list[str], line: list[str], weight: Mapping[str, float]) -> float:
    """The weight of what a message and a line have in common in the same order, with other words between them or not."""
    best = [0.0] * (len(line) + 1)
    for word in message:
        before = best[:]
        for at, other in enumerate(line, 1):
            best[at] = max(before[at], best[at - 1], before[at - 1] + weight[word] if other == word else 0.0)
    return best[-1]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _SAID.findall(TYPE.sub("", text))]


def _where(entry: Entry) -> str:
    return f"{entry.page.of('heading')[0].text} · {shown(entry.page.path)}:{entry.line} · {entry.page.name}/#{entry.address}"


def _told(known: Known, entry: Entry) -> list[str]:
    """What stands under a message, as a terminal shows it: code with what it printed, prose without its markup."""
    lines: list[str] = []
    if entry.code:
        return [f"    {line}" for line in textwrap.dedent(entry.code).split("\n")]
    at, end = entry.span
    for item in entry.page.of("embed"):
        if at <= item.span[0] < end:
            lines += [
                *_prose(entry.page.source[at : item.span[0]]),
                *(f"    {line}" for line in known.block(item.what).rstrip().split("\n")),
                "",
            ]
            at = item.span[1]
    return [*lines, *_prose(entry.page.source[at:end])][:-1]


def _prose(text: str) -> Iterator[str]:
    """Paragraphs, each with an empty line after it."""
    for block in re.split(r"\n\s*\n", text.strip(" -\n")):
        plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", re.sub(r"\{[^}]*\}|\*\*|<!--.*?-->", "", block))
        if plain.strip():
            yield from (*textwrap.wrap(" ".join(plain.split()), 100), "")
