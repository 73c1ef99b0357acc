"""A project: where its scripts, library, records and figures lie, and what is known of them."""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from packaging.requirements import Requirement

from proven import needs, program, record, script
from proven.fault import Fault, read, shown
from proven.script import Places, Script, Section, Warm

Value = TypeVar("Value")

DEFAULTS: dict[str, Any] = {
    "scripts": "snippets",
    "sources": "src",
    "library": "torchbyexample",
    "records": "records",
    "figures": "docs/figures",
    "preload": {},
    "seeds": [],
    "stubs": [],
    "addressed": [],
}


class Project:
    """The project in the folder `root`; its pyproject.toml may say in `[tool.proven]` what differs from `DEFAULTS`.

    What is read is kept and read again when its file has changed.

    Raises:
        Fault: pyproject.toml is not TOML, or its table has an unknown key or a value of the wrong type.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(root).absolute()
        self._pyproject = self._read_pyproject()
        settings = DEFAULTS | self._settings()
        self.scripts, self.sources, self.records, self.figures = (
            self.root / settings[name] for name in ("scripts", "sources", "records", "figures")
        )
        self.library: str = settings["library"]
        warm = Warm(tuple(settings["preload"].items()), *(tuple(settings[name]) for name in ("seeds", "stubs", "addressed")))
        self.places = Places(self.root, self.sources, self.library, self.figures, warm, self.pinned("torch"), self.pinned("matplotlib"))
        self._kept: dict[tuple[str, Path], tuple[Any, Any]] = {}

    def _read_pyproject(self) -> dict[str, Any]:
        path = self.root / "pyproject.toml"
        try:
            return tomllib.loads(read(path)) if path.is_file() else {}
        except tomllib.TOMLDecodeError as error:
            raise Fault(path, 1, f"not TOML: {error}", "correct it") from None

    def _settings(self) -> dict[str, Any]:
        table = self._pyproject.get("tool", {}).get("proven", {})
        for key, value in table.items():
            if key not in DEFAULTS or not isinstance(value, type(DEFAULTS[key])):
                path = self.root / "pyproject.toml"
                line = next((number for number, line in enumerate(read(path).split("\n"), 1) if line.startswith(key)), 1)
                known = ", ".join(f"{name} ({type(value).__name__})" for name, value in DEFAULTS.items())
                raise Fault(path, line, f"[tool.proven] {key} = {value!r} is not a setting", f"known: {known}")
        return table

    @cached_property
    def packages(self) -> set[str]:
        """The packages that pyproject.toml names, by normal name: what a script needs may be missing here, but it is one of these."""
        project, uv = self._pyproject.get("project", {}), self._pyproject.get("tool", {}).get("uv", {})
        groups = [*self._pyproject.get("dependency-groups", {}).values(), *project.get("optional-dependencies", {}).values()]
        texts = [*project.get("dependencies", ()), *uv.get("constraint-dependencies", ()), *(text for group in groups for text in group)]
        return {needs.normal(Requirement(text).name) for text in texts if isinstance(text, str)}

    def pinned(self, package: str) -> str:
        """The version of a package that a dependency group names exactly; empty if none does."""
        groups = self._pyproject.get("dependency-groups", {}).values()
        found = (re.fullmatch(rf"{re.escape(package)}==([\d.]+)", text) for group in groups for text in group if isinstance(text, str))
        return next((match[1] for match in found if match), "")

    def name(self, path: Path) -> str:
        """A path as records and test ids show it: relative to the project, with forward slashes."""
        return shown(path, self.root)

    def find(self) -> list[Path]:
        """All scripts in a stable order; files that begin with `_` or are conftest.py are none."""
        found = self.scripts.rglob("*.py")
        return sorted(path for path in found if not path.name.startswith("_") and path.name != "conftest.py")

    def load(self, path: Path) -> Script:
        """A script of this project.

        Raises:
            Fault: what is wrong with its text; see `script.parse`.
        """
        return self._keep("script", Path(path), lambda path: self.parse(path, read(path)))

    def parse(self, path: Path, source: str) -> Script:
        """A script with this text, as if it stood at `path`."""
        return script.parse(path, source, self.places)

    @property
    def setups(self) -> list[str]:
        """What there are records of: the kinds of machine with the pinned torch, and whatever else was run, by name of folder."""
        others = {path.name for path in self.records.glob("*/")} - set(record.KINDS)
        return [*record.KINDS, *sorted(others, key=lambda name: [int(part) if part.isdigit() else -1 for part in re.split(r"[-.]", name)])]

    def facts(self, setup: str) -> dict[str, record.Fact]:
        """What the record of a setup (`cpu`, `gpu`, `torch-2.11`) says, by script name.

        Raises:
            Fault: the record is not as a run wrote it.
        """
        return self._keep("facts", self.records / setup, record.read)

    def path(self, embed: str) -> Path:
        """The file that an embed (`chapter/file.py` or `chapter/file.py:section`) names: a script, or else a file below the sources.

        Raises:
            Fault: there is no such file.
        """
        name = embed.partition(":")[0]
        for folder in (self.scripts, self.sources):
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        raise Fault(self.scripts / name, 1, f"there is no {name} to embed", "create it, or correct the name")

    def source(self, embed: str) -> str:
        """The text of a section (of the whole file where none is named): dedented, without section marks, ends with a line end.

        Of a file of tasks it is the table with that id.

        Raises:
            Fault: there is no such file or section, or the file's sections are broken.
        """
        path, section = self.path(embed), embed.partition(":")[2]
        text = self._keep("text", path, read)
        if path.name.endswith(".toml"):
            return _table(path, text, section)
        if not path.is_relative_to(self.scripts):
            self._keep("checked", path, lambda path: script.check_library(path, text))
        lines = text.split("\n")
        if section:
            found = self._section(path, text, section)
            lines = lines[found.start : found.end - 1]
        kept = [line for line in lines if not script.is_section_mark(line)]
        return textwrap.dedent("\n".join(kept)).strip("\n") + "\n"

    def until(self, embed: str) -> str:
        """The code that runs up to the end of a section of a script (of all of it where none is named); see `program.until`.

        Raises:
            Fault: there is no such file or section.
        """
        path, section = self.path(embed), embed.partition(":")[2]
        if section:
            self._section(path, self._keep("text", path, read), section)
        return program.until(self.load(path), section or None)

    def _section(self, path: Path, text: str, name: str) -> Section:
        sections = self._keep("sections", path, lambda path: script.sections(path, text))
        if name not in sections:
            known = ", ".join(sections) or "none; add `# --8<-- [start:name]` and `# --8<-- [end:name]`"
            raise Fault(path, 1, f"has no section {name!r}", f"it has: {known}")
        return sections[name]

    def _keep(self, what: str, path: Path, get: Callable[[Path], Value]) -> Value:
        """What `get` makes of a file or folder, made anew when it has changed."""
        stamp = _stamp(path)
        if (known := self._kept.get((what, path))) is None or known[0] != stamp:
            known = self._kept[what, path] = stamp, get(path)
        return known[1]


def _stamp(path: Path) -> object:
    """Another one when the file, or a file of the folder, has changed."""
    if path.is_dir():
        return [(file.name, _stamp(file)) for file in sorted(path.iterdir())]
    return (stat := path.stat()) and (stat.st_mtime_ns, stat.st_size) if path.exists() else None


def _table(path: Path, text: str, name: str) -> str:
    """The table `[name]` of a TOML file as it is written (all of the file without a name)."""
    if not name:
        return text
    found = re.search(rf"(?ms)^\[{re.escape(name)}\]$.*?(?=^\[|\Z)", text)
    if not found:
        raise Fault(path, 1, f"has no table [{name}]", "correct the name")
    return found[0].strip("\n") + "\n"
