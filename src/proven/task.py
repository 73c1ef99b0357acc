"""Tasks: changes of a script that a reader is asked to try, each run like a script, with what then comes out.

Beside `x.py` stands `x.tasks.toml`, one table a task:

    [small-step]
    changes = [{ replace = "lr=0.1", by = "lr=0.01" }]
    prints = '''
    > step 0 loss 2.31
    '''
    raises = "RuntimeError: ..."

`replace` stands exactly once in the script. `prints` holds, with the marks of recorded output, all lines of the statements that now print
something else than the script records, where a line `...` stands for lines that are left out; `raises` is there only if the script ends in
this exception. Under a line `<= 2.14` stands, in both, what torch printed and raised up to that version, where it differs.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import textwrap
import tokenize
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

from proven import compare, judge
from proven.fault import Fault, as_written, read
from proven.project import Project
from proven.run.pool import Result
from proven.script import (
    COMPARED,
    SAMPLE,
    UNTIL,
    WARNING,
    Places,
    Recorded,
    Script,
    Statement,
    applies,
    check_versions,
    comments,
    is_recorded,
    is_section_mark,
    newest_first,
    versions,
)

SUFFIX = ".tasks.toml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LINE = re.compile(r"([>~!]|<=(?= \d+\.\d+$))(?: (.*))?")
_KEYS = {"changes": list, "prints": str, "raises": str}
_PLACE = "# (recorded)"  # what stands in a changed script where recorded lines stood
_LEFT_OUT = "..."
_MEND = "correct the task, or run with --update and read the difference; in a long answer a line `...` stands for lines that are left out"
_NOTHING = ("the change changes nothing that is printed", "change what the reader can see the effect of")
_CONTEXT = 2  # unchanged lines shown around a change


@dataclass(frozen=True)
class Task:
    """One task; `script` is the unchanged one, `changed` is what runs."""

    path: Path  # of the .tasks.toml
    id: str
    line: int
    script: Script
    changed: Script
    prints: tuple[Recorded, ...] = ()
    raises: str = ""

    @property
    def name(self) -> str:
        """As records and test ids show it."""
        return f"{self.script.name.removesuffix('.py')}{SUFFIX}:{self.id}"

    @property
    def recipes(self) -> tuple[Path, ...]:
        return self.changed.recipes

    @property
    def places(self) -> Places:
        return self.script.places

    @property
    def figures(self) -> dict[str, Path]:
        return {}  # what a changed script draws is kept nowhere

    @property
    def sha256(self) -> str:
        """Of the text that runs and of what it must print."""
        return self._digest(self.prints, self.raises)

    def digest(self, torch: str) -> str:
        """Of the text that runs and of what it must print under a version of torch."""
        return self._digest(self.under(torch), self.raised(torch))

    def _digest(self, prints: Sequence[Recorded], raises: str) -> str:
        runs = "\n".join(line for line in self.changed.lines if line != _PLACE)
        shown = "\n".join(f"{line.mark} {line.text}" for line in prints)
        return hashlib.sha256("\0".join((runs, shown, raises)).encode()).hexdigest()

    @property
    def output(self) -> list[str]:
        """What comes out, as recorded lines of a script: `# > text`; the exception last, and below it what older versions of torch do."""
        prints, raises = versions(self.prints), versions(_raises(self.raises))
        lines: list[Recorded] = []
        for until in newest_first({*prints, *raises}):
            lines += [Recorded(UNTIL, until, 0)] if until else []
            lines += [*self.under(until), *_raises(self.raised(until))]
        return [f"# {line.mark} {line.text}".rstrip() for line in lines]

    @property
    def older(self) -> set[str]:
        """The versions of torch for which something else comes out than with the newest."""
        return {line.text for line in (*self.prints, *_raises(self.raises)) if line.mark == UNTIL}

    def under(self, torch: str) -> tuple[Recorded, ...]:
        """What it prints for a version of torch."""
        return versions(self.prints)[applies(self.prints, torch)]

    def raised(self, torch: str) -> str:
        """The exception that it ends in for a version of torch."""
        lines = _raises(self.raises)
        return "\n".join(line.text for line in versions(lines)[applies(lines, torch)])

    def fault(self, what: str, mend: str, line: int = 0) -> Fault:
        return Fault(self.path, line or self.line, f"{self.id}: {what}", mend)

    def diff(self) -> str:
        """The change in the lines around it: lines that begin with ` `, `-` or `+`; `...` stands for lines left out."""
        sources = (source.split("\n") for source in (_without_records(self.script.source), self.changed.source))
        before, after = ([line for line in lines if line != _PLACE and not is_section_mark(line)] for lines in sources)
        shown: list[str] = []
        for number, hunk in enumerate(difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(_CONTEXT)):
            shown += ["..."] if number else []
            for what, i, j, k, m in hunk:
                shown += [" " + line for line in before[i:j]] if what == "equal" else ["-" + line for line in before[i:j]]
                shown += [] if what == "equal" else ["+" + line for line in after[k:m]]
        margin = textwrap.dedent("\n".join(line[1:] if line != "..." else "" for line in shown)).split("\n")
        return "\n".join(line if line == "..." else (line[0] + text).rstrip() for line, text in zip(shown, margin, strict=True)) + "\n"


def find(project: Project) -> list[Path]:
    """The files of tasks, in a stable order."""
    return sorted(project.scripts.rglob(f"*{SUFFIX}"))


def load(path: Path, project: Project) -> dict[str, Task]:
    """The tasks of a file by id.

    Raises:
        Fault: not TOML, an unknown key, no script beside it, a change that does not fit it, a line without a mark; with line and mend.
    """
    return {id: of(path, project, id) for id in ids(path)}


def ids(path: Path) -> list[str]:
    """The ids of a file's tasks.

    Raises:
        Fault: not TOML, or something outside a table.
    """
    text = read(path)
    tables = _tables(path, text)
    for id, table in tables.items():
        if not isinstance(table, dict):
            raise Fault(path, _line(text, rf"{re.escape(id)}\s*="), f"{id!r} stands in no table", "begin a task with its id: [small-step]")
        if not _ID.fullmatch(id):
            raise Fault(path, _head(text, id), f"{id!r} is no id of a task", "write small words joined by `-`")
    if not tables:
        raise Fault(path, 1, "holds no task", "begin one with its id: [small-step]")
    return list(tables)


def of(path: Path, project: Project, id: str) -> Task:
    """One task of a file.

    Raises:
        Fault: as `load`, or there is no such task.
    """
    text = read(path)
    tables = _tables(path, text)
    if id not in tables:
        raise Fault(path, 1, f"has no task {id!r}", f"it has: {', '.join(tables)}")
    table, line = tables[id], _head(text, id)

    def wrong(what: str, mend: str, pattern: str = "") -> Fault:
        return Fault(path, _line(text, pattern, line), f"{id}: {what}", mend)

    for key, value in table.items():
        if key not in _KEYS:
            raise wrong(f"unknown key {key!r}", f"known: {', '.join(_KEYS)}", rf"{re.escape(key)}\s*=")
        if not isinstance(value, _KEYS[key]):
            raise wrong(f"{key} = {value!r} has the wrong type", f"write a {_KEYS[key].__name__}", rf"{key}\s*=")
    script_path = path.with_name(path.name.removesuffix(SUFFIX) + ".py")
    if not script_path.is_file():
        raise Fault(path, 1, f"there is no {script_path.name} beside it", "name it after the script that its tasks change")
    script = project.load(script_path)
    source = _without_records(_changed(script, table.get("changes"), wrong))
    try:
        changed = project.parse(script.path, source)
    except Fault as error:
        raise wrong(f"the changed script, line {error.line}: {error.what}", error.mend) from None
    if "prints" not in table and "raises" not in table:
        raise wrong("says nothing of what comes out", 'add `prints = ""` and run with --update')
    prints, at = [], line
    for shown in filter(None, table.get("prints", "").split("\n")):
        at = _line(text, re.escape(shown.rstrip()) + r"\s*$", at, after=True)
        if not (match := _LINE.fullmatch(shown.rstrip())) and shown != _LEFT_OUT:
            raise Fault(path, at, f"{id}: {shown!r} has no mark", 'do not type what comes out: write `prints = ""` and run with --update')
        prints.append(Recorded(match[1], match[2] or "", at) if match else Recorded(_LEFT_OUT, "", at))
    check_versions(path, prints)
    return Task(path, id, line, script, changed, tuple(prints), table.get("raises", "").strip())


def verify(task: Task, result: Result) -> Fault | None:
    """Does the run of the changed script show what the task says?"""
    if fault := _ending(task, result):
        return fault
    came = list(_differing(task, result))
    prints = task.under(result.torch)
    if not came and not task.raised(result.torch):
        return task.fault(*_NOTHING)
    if _agree(prints, came):
        return None
    then, now = next(pair for pair in zip_longest(prints, came) if not all(pair) or not _same(*pair))
    said, printed = (f"{line.mark} {line.text}" if line else "(nothing)" for line in (then, now))
    what = [f"expected {said}", f"printed  {printed}", "all that comes out:", *(f"{line.mark} {line.text}" for line in came[:40])]
    return task.fault("\n  ".join(["what comes out is not what it says", *what]), _MEND, then.line if then else 0)


def _agree(prints: Sequence[Recorded], came: Sequence[Recorded]) -> bool:
    """Are these all the lines that came out, apart from those that the task says it leaves out?"""
    if not prints or prints[0].mark != _LEFT_OUT:
        return (not prints and not came) or (bool(prints and came) and _same(prints[0], came[0]) and _agree(prints[1:], came[1:]))
    return any(_agree(prints[1:], came[n:]) for n in range(len(came) + 1))


def _same(then: Recorded, now: Recorded) -> bool:
    return (then.mark == WARNING) == (now.mark == WARNING) and compare.same(then.text, now.text, then.mark)


def updated(task: Task, result: Result) -> dict[Path, bytes]:
    """The task's file with `prints` and `raises` as this run shows them, every other byte as it was; nothing where they are so already.

    Raises:
        Fault: the run shows nothing that the unchanged script does not, ended otherwise than by an exception, or the text cannot be rewritten.
    """
    raises, lines = _raised(result), list(_differing(task, result))
    if result.failure and not raises:
        raise _failed(task, result)
    if not lines and not raises:
        raise task.fault(*_NOTHING)
    before = text = read(task.path)
    then = task.under(result.torch)
    if any(line.mark == _LEFT_OUT for line in then) and _agree(then, lines) and raises == task.raised(result.torch):
        return {}
    samples = [line.text for line in then if line.mark == SAMPLE]  # a mark that was changed once is kept
    marks = [SAMPLE if r.mark == COMPARED and any(compare.same(text, r.text, SAMPLE) for text in samples) else r.mark for r in lines]
    now = [replace(line, mark=mark) for mark, line in zip(marks, lines, strict=True)]
    versioned = result.torch, judge.version_of(task.script, result.torch)
    prints = judge.with_version(task.prints, now, *versioned, _agree(then, now))
    raised = judge.with_version(_raises(task.raises), _raises(raises), *versioned, _ending(task, result) is None)
    for key, value in (
        ("prints", "".join(f"{line.mark} {line.text}".rstrip() + "\n" for line in prints)),
        ("raises", "\n".join(f"{UNTIL} {line.text}" if line.mark == UNTIL else line.text for line in raised)),
    ):
        text = _with(task, text, key, value)
    return {} if text == before else {task.path: as_written(task.path, text)}


def _ending(task: Task, result: Result) -> Fault | None:
    raised, expected = _raised(result), task.raised(result.torch)
    if result.failure and not (expected and result.trace):
        return _failed(task, result)
    if not expected or (
        raised.count("\n") == expected.count("\n")
        and all(compare.same(then, now, COMPARED) for then, now in zip(expected.split("\n"), raised.split("\n"), strict=True))
    ):
        return None
    return task.fault(f"raises {raised!r}, expected is {expected!r}" if raised else f"raises nothing, expected is {expected!r}", _MEND)


def _raises(text: str) -> list[Recorded]:
    """The exception of a task, of all versions, as recorded lines."""
    lines = (line.partition(" ") for line in text.splitlines())
    return [Recorded(UNTIL, rest, 0) if mark == UNTIL else Recorded(COMPARED, mark + gap + rest, 0) for mark, gap, rest in lines]


def _raised(result: Result) -> str:
    """The exception that a run ended in; empty where it ended otherwise."""
    return "\n".join(judge.visible(line) for line in result.failure.strip().split("\n")) if result.trace else ""


def _failed(task: Task, result: Result) -> Fault:
    why = judge.failure(task.changed, result)
    return task.fault(f"the changed script, line {why.line}: {why.what}", "correct the change; an exception is recorded with --update")


def _printed(task: Task, result: Result) -> Iterator[list[Recorded]]:
    """What each statement that ended printed and warned of, with the marks of the line that it takes the place of."""
    for was, printed, warned in zip(_counterparts(task), result.printed, result.warned, strict=False):
        yield [Recorded(mark, text, task.line) for mark, text in judge.record(was, printed, warned, result.torch)]


def _differing(task: Task, result: Result) -> Iterator[Recorded]:
    """The lines of those statements whose output is not what the unchanged script's record says."""
    for was, printed, warned, lines in zip(_counterparts(task), result.printed, result.warned, _printed(task, result), strict=False):
        if judge.lines_differ(was, printed, warned, result.torch):
            yield from lines


def _counterparts(task: Task) -> list[Statement]:
    """For each statement of the changed script what is recorded under the one that it is, or takes the place of, in the unchanged script."""
    before, after = (["\n".join(script.lines[s.start - 1 : s.end]) for s in script.statements] for script in (task.script, task.changed))
    found = list(task.changed.statements)
    for what, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for offset in range(min(j - i, m - k) if what in ("equal", "replace") else 0):
            found[k + offset] = replace(found[k + offset], recorded=task.script.statements[i + offset].recorded)
    return found


def _changed(script: Script, changes: Any, wrong: Callable[..., Fault]) -> str:
    """The script's source with the changes made."""
    mend = 'write `changes = [{ replace = "...", by = "..." }]`'
    if not changes:
        raise wrong("changes nothing", mend)
    spans = []
    for change in changes:
        if not isinstance(change, dict) or set(change) != {"replace", "by"} or not all(isinstance(value, str) for value in change.values()):
            raise wrong(f"{change!r} is no change", mend, r"changes\s*=")
        old, new = change["replace"], change["by"]
        place = r".*" + re.escape(next(filter(str.strip, old.split("\n")), old).strip())
        if (count := script.source.count(old) if old else 0) != 1:
            mend = "write more of its lines" if count else "copy it from the script"
            raise wrong(f"{old!r} stands {count} times in {script.path.name}, not once", mend, place)
        if old == new:
            raise wrong(f"{old!r} is replaced by itself", "write what takes its place", place)
        start = script.source.index(old)
        spans.append((start, start + len(old), new))
    spans.sort()
    if any(end > start for (_, end, _), (start, _, _) in pairwise(spans)):
        raise wrong("two changes change the same text", "make one of them")
    source = script.source
    for start, end, new in reversed(spans):
        source = source[:start] + new + source[end:]
    return source


def _without_records(source: str) -> str:
    """The source with a comment in the place of each recorded line, so that all lines keep their numbers."""
    lines = source.split("\n")
    try:
        found = comments(source)
    except (tokenize.TokenError, SyntaxError):  # the parser says it better
        return source
    for line, column, text in found:
        if not column and is_recorded(text):
            lines[line - 1] = _PLACE
    return "\n".join(lines)


def _tables(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        inside = re.search(r"line (\d+)", str(error))
        raise Fault(path, int(inside[1]) if inside else text.count("\n") + 1, f"not TOML: {error}", "correct it") from None


def _head(text: str, id: str) -> int:
    return _line(text, rf"\[\s*[\"']?{re.escape(id)}[\"']?\s*\]")


def _line(text: str, pattern: str, start: int = 1, after: bool = False) -> int:
    """The first line from `start` on (behind it, with `after`) that begins with the pattern; `start` where there is none."""
    lines = text.split("\n")
    return next((number for number in range(start + after, len(lines) + 1) if re.match(pattern, lines[number - 1])), start)


def _with(task: Task, text: str, key: str, value: str) -> str:
    """The text with a key of the task's table set to a value (left out where it is empty and need not be there).

    TOML is not parsed here: each place where the key could stand is tried, and the one is right that gives the wanted data and no other.
    """
    want = tomllib.loads(text)
    before = want[task.id].get(key)
    needed = key == "prints"
    if before == value or (before is None and not value and not needed):
        return text
    want[task.id] = {name: old for name, old in want[task.id].items() if name != key} | ({key: value} if value or needed else {})
    written = f"{key} = {_toml(value)}\n" if value or needed else ""
    if before is None:  # at the end of a table
        ends = [len(text[: match.start()].rstrip()) for match in re.finditer(r"(?m)^[ \t]*\[|\Z", text)]
        places, written = [(end, end) for end in ends], "\n" + written.removesuffix("\n")
    else:
        string = r'"""[\s\S]*?(?<!\\)"""+|\'\'\'[\s\S]*?\'\'\'+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
        places = [m.span() for m in re.finditer(rf"(?m)^[ \t]*{key}[ \t]*=[ \t]*(?:{string})[ \t]*(?:#.*)?(?:\n|\Z)", text)]
    for start, stop in places:
        candidate = text[:start] + written + text[stop:]
        try:
            if tomllib.loads(candidate) == want:
                return candidate
        except tomllib.TOMLDecodeError:
            continue
    raise task.fault(f"{key} could not be written", f'write `{key} = ""` on a line of its own under [{task.id}]')


def _toml(value: str) -> str:
    if "\n" not in value:
        if "'" not in value and ('"' in value or "\\" in value):
            return f"'{value}'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if "\\" not in value and '"""' not in value and not value.endswith('"'):
        return f'"""\n{value}"""'
    if "'''" not in value and not value.endswith("'"):
        return f"'''\n{value}'''"
    return '"""\n' + value.replace("\\", "\\\\").replace('"', '\\"') + '"""'
