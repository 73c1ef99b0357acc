"""Tasks: changes of a script that a reader is asked to try, each run like a script, with what then comes out.

Beside `x.py` stands `x.tasks.toml`, one table a task:

    [small-step]
    changes = [{ replace = "lr=0.1", by = "lr=0.01" }]
    prints = '''
    > step 0 loss 2.31
    '''
    raises = "RuntimeError: ..."

`replace` stands exactly once in the script. `prints` holds lines that come out of the changed script, in this order, with the marks
of recorded output; `raises` is there only if the script ends in this exception.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import io
import re
import textwrap
import tokenize
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from proven import compare, judge
from proven.fault import Fault, as_written, read
from proven.project import Project
from proven.run.pool import Result
from proven.script import COMPARED, WARNING, Places, Recorded, Script, Statement, is_recorded, is_section_mark

SUFFIX = ".tasks.toml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LINE = re.compile(r"([>~!])(?: (.*))?")
_KEYS = {"changes": list, "prints": str, "raises": str}
_PLACE = "# (recorded)"  # what stands in a changed script where recorded lines stood
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
        runs = "\n".join(line for line in self.changed.lines if line != _PLACE)
        shown = "\n".join(f"{line.mark} {line.text}" for line in self.prints)
        return hashlib.sha256("\0".join((runs, shown, self.raises)).encode()).hexdigest()

    @property
    def output(self) -> list[str]:
        """What comes out, as recorded lines of a script: `# > text`; the exception last."""
        return [f"# {line.mark} {line.text}".rstrip() for line in self.prints] + [
            f"# > {text}".rstrip() for text in self.raises.splitlines()
        ]

    def diff(self) -> str:
        """The change in the lines around it: lines that begin with ` `, `-` or `+`; `...` stands for lines left out."""
        sources = (_without_records(script.source).split("\n") for script in (self.script, self.changed))
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
    for key, value in table.items():
        if key not in _KEYS:
            raise Fault(path, _line(text, rf"{re.escape(key)}\s*=", line), f"{id}: unknown key {key!r}", f"known: {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise Fault(
                path, _line(text, rf"{key}\s*=", line), f"{id}: {key} = {value!r} has the wrong type", f"write a {_KEYS[key].__name__}"
            )
    script_path = path.with_name(path.name.removesuffix(SUFFIX) + ".py")
    if not script_path.is_file():
        raise Fault(path, 1, f"there is no {script_path.name} beside it", "name it after the script that its tasks change")
    script = project.load(script_path)
    changed = _without_records(_changed(path, text, line, id, table.get("changes"), script))
    try:
        loaded = project.parse(script.path, changed)
    except Fault as error:
        raise Fault(path, line, f"{id}: the changed script, line {error.line}: {error.what}", error.mend) from None
    if "prints" not in table and "raises" not in table:
        raise Fault(path, line, f"{id}: says nothing of what comes out", 'add `prints = ""` and run with --update')
    return Task(
        path, id, line, script, loaded, tuple(_prints(path, text, line, id, table.get("prints", ""))), table.get("raises", "").strip()
    )


def verify(task: Task, result: Result) -> judge.Verdict:
    """Does the run of the changed script show what the task says?"""
    fault = _ending(task, result)
    if not fault and not (differs := list(_differing(task, result))) and not task.raises:
        fault = _nothing(task)
    if not fault and differs and not task.prints:
        said = differs[0].text
        fault = Fault(task.path, task.line, f"{task.id}: says nothing of what is printed, the first line is {said!r}", "run with --update")
    if not fault:
        pairs = zip(result.printed, result.warned, strict=True)
        fault = _missing(task, [(text, lines is warned) for printed, warned in pairs for lines in (printed, warned) for text in lines])
    return judge.Verdict(fault)


def updated(task: Task, result: Result) -> dict[Path, bytes]:
    """The task's file with `prints` and `raises` as this run shows them, every other byte as it was; nothing where they are so already.

    Raises:
        Fault: the run shows nothing that the unchanged script does not, ended otherwise than by an exception, or the text cannot be rewritten.
    """
    raises = result.failure.strip() if result.failure and result.trace else ""
    if result.failure and not raises:
        raise _failed(task, result)
    lines = list(_differing(task, result))
    if not lines and not raises:
        raise _nothing(task)
    before = text = read(task.path)
    prints = "".join(f"{line.mark} {line.text}".rstrip() + "\n" for line in lines)
    for key, value in (("prints", prints), ("raises", raises)):
        text = _with(task, text, key, value)
    return {} if text == before else {task.path: as_written(task.path, text)}


def _ending(task: Task, result: Result) -> Fault | None:
    if result.failure and not (task.raises and result.trace):
        return _failed(task, result)
    if not task.raises:
        return None
    said, mend = result.failure.strip().split("\n"), "correct the task, or run with --update and read the difference"
    if not result.failure:
        return Fault(task.path, task.line, f"{task.id}: raises nothing, expected is {task.raises!r}", mend)
    expected = task.raises.split("\n")
    if len(said) == len(expected) and all(compare.same(then, now, COMPARED) for then, now in zip(expected, said, strict=True)):
        return None
    return Fault(task.path, task.line, f"{task.id}: raises {result.failure.strip()!r}, expected is {task.raises!r}", mend)


def _failed(task: Task, result: Result) -> Fault:
    why = judge.failure(task.changed, result)
    return Fault(
        task.path,
        task.line,
        f"{task.id}: the changed script, line {why.line}: {why.what}",
        "correct the change; an exception is recorded with --update",
    )


def _nothing(task: Task) -> Fault:
    return Fault(
        task.path, task.line, f"{task.id}: the change changes nothing that is printed", "change what the reader can see the effect of"
    )


def _missing(task: Task, now: list[tuple[str, bool]]) -> Fault | None:
    """The first line of the task that does not come out after those before it."""
    rest = iter(now)
    for line in task.prints:
        if not any((line.mark == WARNING) == warning and compare.same(line.text, text, line.mark) for text, warning in rest):
            came = "\n".join(f"  {text}" for text, _ in now[:40])
            what = (
                f"{task.id}: this line does not come out (or not after those before it): {line.mark} {line.text}\n  what comes out:\n{came}"
            )
            return Fault(task.path, line.line, what, "correct the task, or run with --update and read the difference")
    return None


def _differing(task: Task, result: Result) -> Iterator[Recorded]:
    """The lines of those statements whose output is not what the unchanged script's record says."""
    ended = task.changed.statements[: len(result.printed)]
    for statement, was, printed, warned in zip(ended, _counterparts(task), result.printed, result.warned, strict=False):
        then = Statement(statement.start, statement.end, was.recorded if was else ())
        if judge.lines_differ(then, printed, warned):
            for mark, text in judge.record(then, printed, warned):
                yield Recorded(mark, text, task.line)


def _counterparts(task: Task) -> list[Statement | None]:
    """For each statement of the changed script the one of the unchanged script that it is or takes the place of."""
    before, after = ([ast.unparse(ast.Module(nodes, [])) for nodes in _nodes(script)] for script in (task.script, task.changed))
    found: list[Statement | None] = [None] * len(task.changed.statements)
    for what, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what in ("equal", "replace"):
            for offset in range(min(j - i, m - k)):
                found[k + offset] = task.script.statements[i + offset]
    return found


def _nodes(script: Script) -> list[list[ast.stmt]]:
    return [[node for node in script.tree.body if statement.start <= node.lineno <= statement.end] for statement in script.statements]


def _changed(path: Path, text: str, line: int, id: str, changes: Any, script: Script) -> str:
    mend = 'write `changes = [{ replace = "...", by = "..." }]`'
    if not changes:
        raise Fault(path, line, f"{id}: changes nothing", mend)
    spans = []
    for change in changes:
        if not isinstance(change, dict) or set(change) != {"replace", "by"} or not all(isinstance(value, str) for value in change.values()):
            raise Fault(path, _line(text, r"changes\s*=", line), f"{id}: {change!r} is no change", mend)
        old, new = change["replace"], change["by"]
        where = _line(text, r".*" + re.escape(next(filter(str.strip, old.split("\n")), old).strip()), line)
        if (count := script.source.count(old) if old else 0) != 1:
            mend = "write more of its lines" if count else "copy it from the script"
            raise Fault(path, where, f"{id}: {old!r} stands {count} times in {script.path.name}, not once", mend)
        if old == new:
            raise Fault(path, where, f"{id}: {old!r} is replaced by itself", "write what takes its place")
        start = script.source.index(old)
        spans.append((start, start + len(old), new))
    spans.sort()
    source = script.source
    for (_, end, _), (start, _, _) in pairwise(spans):
        if start < end:
            raise Fault(path, line, f"{id}: two changes change the same text", "make one of them")
    for start, end, new in reversed(spans):
        source = source[:start] + new + source[end:]
    return source


def _without_records(source: str) -> str:
    """The source with a comment in the place of each recorded line, so that all lines keep their numbers."""
    lines = source.split("\n")
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):  # the parser says it better
        return source
    for token in tokens:
        if token.type == tokenize.COMMENT and token.start[1] == 0 and is_recorded(token.string):
            lines[token.start[0] - 1] = _PLACE
    return "\n".join(lines)


def _prints(path: Path, text: str, line: int, id: str, prints: str) -> Iterator[Recorded]:
    at = line
    for shown in prints.strip("\n").split("\n") if prints.strip("\n") else ():
        at = _line(text, re.escape(shown.rstrip()) + r"\s*$", at, after=True)
        if not (match := _LINE.fullmatch(shown.rstrip())):
            raise Fault(
                path,
                at,
                f"{id}: {shown!r} has no mark",
                'begin it with `> `, `~ ` or `! `; better, write `prints = ""` and run with --update',
            )
        yield Recorded(match[1], match[2] or "", at)


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
    if value or needed:
        want[task.id][key] = value
    else:
        want[task.id].pop(key, None)
    written = f"{key} = {_toml(value)}\n" if value or needed else ""
    if before is None:
        places = [(m.start(), m.start()) for m in re.finditer(r"(?m)^[ \t]*\[", text)] + [(len(text), len(text))]
        places = [(len(text[:at].rstrip()), len(text[:at].rstrip())) for at, _ in places]
        written = "\n" + written.removesuffix("\n")
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
    raise Fault(
        task.path, task.line, f"{task.id}: {key} could not be written", f'write `{key} = ""` on a line of its own under [{task.id}]'
    )


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
