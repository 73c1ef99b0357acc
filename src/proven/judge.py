"""Judges a run: is what was printed and drawn what is recorded? And writes the record anew on request."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from proven import compare, figure
from proven.fault import Fault, as_written
from proven.run.pool import Result
from proven.script import COMPARED, CONTROL, UNTIL, WARNING, Recorded, Script, Statement, applies, minor, newest_first, parse, versions

_SHOWN = 40  # lines of a table of differences
_LOST = re.compile(r"(?m)^(Exception in thread|Exception ignored in|Traceback \(most recent call last\)).*$")
_LONG = 2000  # characters of a message


@dataclass(frozen=True)
class Difference:
    """One line that does not agree: None stands for a line that is missing on that side."""

    line: int
    expected: str | None
    printed: str | None


def verify(script: Script, result: Result) -> Fault | None:
    """Compare what a run showed with what the script records and with the figures that are committed: without a fault it is proven."""
    fault = partial(Fault, script.path, 1)
    if result.failure:
        return failure(script, result)
    if lost := _LOST.search(result.stderr):
        return fault(f"an exception went by unseen: {lost[0]}\n{_cut(result.stderr)}", "catch it and print it, or prevent it")
    if len(result.printed) != len(script.statements):  # a script can forge its end, not its middle
        return fault(f"told of {len(result.printed)} of its {len(script.statements)} statements", "see what it does")
    if found := list(differences(script, result)):
        return _table(script, found)
    if not any(line for lines in (*result.printed, *result.warned) for line in lines):
        return fault("prints nothing: it proves nothing", "print what it shows")
    for name, drawn in result.figures.items():
        path = script.figures[name]
        if why := _redrawn(script, path, drawn):
            return Fault(path, 1, f"the figure is not what {script.name} draws: {why}", "run with --update")
    return None


def updated(script: Script, result: Result) -> dict[Path, bytes]:
    """The files that have to be written so that script and figures are as this run shows; none where they agree.

    Raises:
        Fault: the run failed, or the record cannot be written so that the script stays the same.
    """
    if result.failure:
        raise failure(script, result)
    text = rewritten(script, result)
    files = {} if text == script.source else {script.path: as_written(script.path, text)}
    if version_of(script, result.torch):
        return files  # the figures are the newest's
    for name, drawn in result.figures.items():
        path = script.figures[name]
        # One that is the same keeps its bytes, as a line keeps its digits; a measured one is renewed, as a sample is.
        renewed = script.header.alone and path.is_file() and path.read_bytes() != drawn and figure.same_maker(path.read_bytes(), drawn)
        if _redrawn(script, path, drawn) or renewed:
            files[path] = drawn
    return files


def _redrawn(script: Script, path: Path, drawn: bytes) -> str:
    """Why a figure is not the one that is committed. What needs a GPU has the figure of one machine alone, whichever matplotlib is there."""
    return figure.differs(path, drawn, script.header.alone, "" if script.header.gpus else script.places.matplotlib)


def failure(script: Script, result: Result) -> Fault:
    """The fault of a run that did not come to its end."""
    line = script.lines[result.line - 1].strip() if result.line <= len(script.lines) else ""
    parts = [f"{_cut(result.failure)}\n  {line}", _cut(result.trace), result.stderr and f"stderr:\n{_cut(result.stderr)}"]
    return Fault(script.path, result.line, "\n".join(part for part in parts if part))


def differences(script: Script, result: Result) -> Iterator[Difference]:
    for statement, printed, warned in zip(script.statements, result.printed, result.warned, strict=True):
        yield from _differences(statement, printed, warned, result.torch)


def lines_differ(statement: Statement, printed: list[str], warned: list[str], torch: str) -> bool:
    """Is what a statement printed, and what it warned of, something else than what is recorded under it for this version of torch?"""
    return next(_differences(statement, printed, warned, torch), None) is not None


def _differences(statement: Statement, printed: list[str], warned: list[str], torch: str) -> Iterator[Difference]:
    printed, warned = list(map(visible, printed)), list(map(visible, warned))
    output = [recorded for recorded in statement.under(torch) if recorded.mark != WARNING]
    expected = [recorded for recorded in statement.under(torch) if recorded.mark == WARNING]
    for lines, now, prefix in ((output, printed, ""), (expected, warned, "warning: ")):
        for index in range(max(len(lines), len(now))):
            then = lines[index] if index < len(lines) else None
            text = now[index] if index < len(now) else None
            if then is None or text is None or not compare.same(then.text, text, then.mark):
                place = then.line if then else lines[-1].line if lines else statement.end
                yield Difference(place, prefix + then.text if then else None, text if text is None else prefix + text)


def _table(script: Script, found: list[Difference]) -> Fault:
    width = min(60, max(8, *(len(d.expected or "(nothing)") for d in found)))
    text = ["what was printed is not what is recorded", f"  {'line':>5}  {'expected':{width}}  printed"]
    for d in found[:_SHOWN]:
        expected, printed = ("(nothing)" if line is None else _cut(line, 200) for line in (d.expected, d.printed))
        text.append(f"  {d.line:>5}  {expected:{width}}  {printed}")
    text += [f"  ... and {len(found) - _SHOWN} more lines"] if len(found) > _SHOWN else []
    return Fault(script.path, found[0].line, "\n".join(text), "correct the code, or run with --update and read the difference")


def rewritten(script: Script, result: Result) -> str:
    """The script's source with its recorded output as this run printed it; every other line is as it was.

    A compared line that still agrees keeps its digits, so that another machine's last digit makes no change; a sample is renewed.
    What another version of torch than the pinned one prints otherwise is recorded beside the rest, as what it printed up to this version.

    Raises:
        Fault: with this record the text would not be the same script.
    """
    lines = script.source.split("\n")
    for statement, printed, warned in reversed(list(zip(script.statements, result.printed, result.warned, strict=True))):
        lines_now = [Recorded(mark, text, 0) for mark, text in record(statement, printed, warned, result.torch)]
        agree = not lines_differ(statement, printed, warned, result.torch)
        kept = with_version(statement.recorded, lines_now, result.torch, version_of(script, result.torch), agree)
        new = [f"# {line.mark} {line.text}".rstrip() for line in kept]
        if new and statement.end == len(lines):  # the last line has no end of its own
            new.append("")
        lines[statement.end : statement.end + len(statement.recorded)] = new
    text = "\n".join(lines)
    mend = "print something else there; nothing was written"
    try:
        again = parse(script.path, text, script.places)
    except Fault as fault:
        raise Fault(script.path, fault.line, f"what it prints cannot be recorded: {fault.what}", mend) from None
    if (again.header, _unrecorded(again), _bounds(again)) != (script.header, _unrecorded(script), _bounds(script)):
        raise Fault(script.path, 1, "what it prints cannot be recorded: the script would not be the same", mend)
    return text


def _unrecorded(script: Script) -> list[str]:
    """The lines that are not recorded output."""
    recorded = {line.line for statement in script.statements for line in statement.recorded}
    return [line for number, line in enumerate(script.lines, 1) if line and number not in recorded]


def version_of(script: Script, torch: str) -> str:
    """Under which version this torch's output is recorded: empty for the pinned one and newer, whose output stands without one.

    What needs a GPU has the output of one machine alone, whichever torch is there.
    """
    pinned = script.places.torch
    return ".".join(map(str, minor(torch))) if torch and pinned and not script.header.gpus and minor(torch) < minor(pinned) else ""


def with_version(recorded: Sequence[Recorded], lines: Sequence[Recorded], torch: str, own: str, agree: bool) -> list[Recorded]:
    """Recorded lines with those of one version of torch anew: in the place of what holds for it, or beside what holds for newer ones.

    Args:
        recorded: what stands there, of all versions.
        lines: what this version prints.
        torch: this version.
        own: under which version its output is recorded, see `version_of`.
        agree: does it print what holds for it?
    """
    found, holds = versions(recorded), applies(recorded, torch)
    if agree and own != holds:  # a version's samples are its own
        return list(recorded)
    found[holds if agree else own] = tuple(lines)
    kept: list[Recorded] = []
    shown: list[tuple[str, str]] | None = None
    for until in newest_first(found):
        now = [(line.mark, line.text) for line in found[until]]
        if now != shown:  # else it is what newer ones print
            kept += [Recorded(UNTIL, until, 0)] if until else []
            kept += found[until]
        shown = now
    return kept


def record(statement: Statement, printed: list[str], warned: list[str], torch: str) -> list[tuple[str, str]]:
    """The lines to be recorded under a statement for this version of torch, each with its mark."""
    printed, warned = list(map(visible, printed)), list(map(visible, warned))
    before = [recorded for recorded in statement.under(torch) if recorded.mark != WARNING]
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
    lines = [(mark, kept.get(index, text)) for index, (mark, text) in enumerate(zip(marks, printed, strict=True))]
    return lines + [(WARNING, text) for text in warned]


def _bounds(script: Script) -> list[tuple[str, str]]:
    """The first and the last line of each statement."""
    return [(script.lines[statement.start - 1], script.lines[statement.end - 1]) for statement in script.statements]


def visible(text: str) -> str:
    """A printed line as it can stand in a comment: a control character as its picture (␛ for ESC), other breaks of a line as \\x85, \\u2028."""
    return CONTROL.sub(lambda found: _picture(ord(found[0])), text)


def _picture(code: int) -> str:
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _words(text: str) -> str:
    return re.sub(r"[\d.]+", "0", text)


def _cut(text: str, length: int = _LONG) -> str:
    return text if len(text) <= length else f"{text[:length]} ... ({len(text) - length} more characters)"
