"""Compares what a run printed with what the snippet records, and writes the record anew on request."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from proven import compare
from proven.run.pool import Result
from proven.script import COMPARED, ROOT, WARNING, Script, Statement


@dataclass(frozen=True)
class Difference:
    """One line that does not agree: None stands for a line that is missing on that side."""

    line: int
    expected: str | None
    printed: str | None


def differences(snippet: Script, result: Result) -> list[Difference]:
    found = []
    for statement, printed, warned in zip(snippet.statements, result.printed, result.warned, strict=False):
        output = [recorded for recorded in statement.recorded if recorded.mark != WARNING]
        expected = [recorded for recorded in statement.recorded if recorded.mark == WARNING]
        for lines, now, prefix in ((output, printed, ""), (expected, warned, "warning: ")):
            for index in range(max(len(lines), len(now))):
                then = lines[index] if index < len(lines) else None
                text = now[index] if index < len(now) else None
                if then is None or text is None or not compare.same(then.text, text, then.mark):
                    place = then.line if then else lines[-1].line if lines else statement.end
                    found.append(Difference(place, prefix + then.text if then else None, text if text is None else prefix + text))
    return found


def proves_something(result: Result) -> bool:
    return any(result.printed) or any(result.warned)


def rewritten(snippet: Script, result: Result) -> str:
    """The snippet's source with its recorded output as this run printed it; every other line is as it was.

    A compared line that still agrees keeps its digits, so that another machine's last digit makes no change; a sample is renewed.
    """
    lines = snippet.source.splitlines(keepends=True)
    for statement, printed, warned in reversed(list(zip(snippet.statements, result.printed, result.warned, strict=True))):
        record = _record(statement, printed, warned)
        if record and not lines[statement.end - 1].endswith("\n"):
            lines[statement.end - 1] += "\n"
        lines[statement.end : statement.end + len(statement.recorded)] = record
    return "".join(lines)


def _record(statement: Statement, printed: list[str], warned: list[str]) -> list[str]:
    before = [recorded for recorded in statement.recorded if recorded.mark != WARNING]
    # A line is a sample if the line it takes the place of was one: the same words first, else the same position.
    matcher = difflib.SequenceMatcher(None, [_words(r.text) for r in before], [_words(text) for text in printed], autojunk=False)
    marks = [before[i].mark if len(before) == len(printed) else COMPARED for i in range(len(printed))]
    kept: dict[int, str] = {}
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            then, now = before[block.a + offset], block.b + offset
            marks[now] = then.mark
            if then.mark == COMPARED and compare.same(then.text, printed[now], COMPARED):
                kept[now] = then.text
    record = [f"# {mark} {kept.get(index, text)}".rstrip() + "\n" for index, (mark, text) in enumerate(zip(marks, printed, strict=True))]
    return record + [f"# {WARNING} {text}".rstrip() + "\n" for text in warned]


def _words(text: str) -> str:
    return re.sub(r"[\d.]+", "0", text)


def figure_path(snippet: Script, name: str, root: Path = ROOT) -> Path:
    return root / "docs" / "figures" / snippet.chapter / name


def figure_differs(committed: Path, drawn: bytes, measured: bool = False) -> str:
    """Why a figure is not the one that is committed; empty when it is.

    Its words are compared and how much it draws; from the same matplotlib also where, to 2 points, unless what it draws was `measured`.
    """
    if not committed.is_file():
        return "it is not committed"
    was, now = committed.read_bytes(), drawn
    if committed.suffix != ".svg":
        return "" if was[:24] == now[:24] else "its size changed"  # a PNG's signature, width and height
    words = [re.findall(r">([^<>]*[A-Za-z][^<>]*)<", data.decode("utf-8", "replace")) for data in (was, now)]
    if words[0] != words[1]:
        return "its words changed"
    shapes = [len(re.findall(rb"<(?:path|use|text|image)\b", data)) for data in (was, now)]
    if shapes[0] != shapes[1]:
        return f"it drew {shapes[0]} shapes and now draws {shapes[1]}"
    makers = [re.findall(rb"Matplotlib v[\d.]+", data) for data in (was, now)]
    if measured or makers[0] != makers[1]:
        return ""
    places = [[float(number) for number in re.findall(rb"(?<![\w#.])-?\d+\.?\d*(?![\w.])", data)] for data in (was, now)]
    same = len(places[0]) == len(places[1]) and all(abs(a - b) <= 2 for a, b in zip(*places, strict=True))
    return "" if same else "it draws in other places"
