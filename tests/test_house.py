"""The house documents: what they tell a newcomer to type exists, both languages agree, versions are pinned, nothing names a machine."""

from __future__ import annotations

import dataclasses
import os
import re
import shlex
import subprocess
import sys
import tomllib
from functools import cache

import pytest
from packaging.requirements import Requirement

from proven import needs, plugin, task
from proven.script import Header
from workshop.project import ROOT, Site

DOCUMENTS = ("README", "CONTRIBUTING")
FILES = [f"{name}{suffix}.md" for name in DOCUMENTS for suffix in ("", ".ko")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LICENCES = {"MIT": "LICENSE", "CC-BY-4.0": "LICENSE-DOCS"}

FOREIGN = ("git", "source", "pip", "npm")  # not ours: that these exist is not for us to test
TOOLS = tomllib.loads((ROOT / "tools" / "pyproject.toml").read_text("utf-8"))
MODULE, _, FUNCTION = TOOLS["project"]["scripts"]["tbe"].partition(":")
PROGRAMS = {"tbe": ["-c", f"from {MODULE} import {FUNCTION}; {FUNCTION}()"]} | {
    name: ["-m", name] for name in ("pytest", "mkdocs", "ruff", "mypy")
}
WITH_COMMANDS = ("tbe", "mkdocs", "ruff")

# In pieces, so that this file does not name them itself.
INDEXES = [
    ".".join(pieces) for pieces in (("pypi", "org"), ("pythonhosted", "org"), ("pytorch", "org/whl"), ("npmjs", "org"), ("anaconda", "org"))
]
PLACES = [f"/{folder}/" for folder in ("home", "Users", "root", "work", "workspace", "builds", "opt")]
FORBIDDEN = re.compile(
    "|".join(
        [
            *(rf"(?<![\w-]){re.escape(host)}(?!\w)" for host in INDEXES),
            r"https?://[^\s\"'<>]+/simple/?(?![\w-])",  # what the address of an index ends with, whatever its host
            *(rf"(?<![\w.}})*/-]){re.escape(place)}\w" for place in PLACES),
            r"\b[A-Z]:\\Users\\",
            re.escape(f"{ROOT}/"),
        ]
    )
)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def commands(name: str) -> list[str]:
    """Every command of a document, in order: the lines of its bash fences, and what `uv run ...` and its like stand in the prose."""
    fences = re.findall(r"^ *``` bash\n(.*?)^ *```$", text(name), re.M | re.S)
    prose = re.sub(r"^( *)(`{3,}) .*?^\1\2$", "", text(name), flags=re.M | re.S)
    inline = re.findall(r"`((?:uv run|pip install|tbe|pytest|mkdocs) [^`]+)`", prose)
    return [line.strip() for fence in fences for line in fence.splitlines() if line.strip()] + inline


def words(command: str) -> list[str]:
    return shlex.split(re.sub(r"^(?:[A-Z_]+=\S+ )*(?:uv run )?", "", command))  # variables may stand before it


@cache
def known(*command: str) -> str:
    """What a program says of its options."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, *command, "--help"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)} --help: {done.stderr}"
    return done.stdout


def heads(name: str) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#{1,6}) \S", re.sub(r"^( *)(`{3,}) .*?^\1\2$", "", text(name), flags=re.M | re.S), re.M)]


@pytest.mark.parametrize("name", FILES)
def test_every_command_exists(name: str) -> None:
    assert commands(name)
    for command in commands(name):
        program, *arguments = words(command)
        if program in FOREIGN:
            continue
        if program == "bash":
            assert (ROOT / arguments[0]).is_file(), f"{name}: `{command}`: there is no {arguments[0]}"
            continue
        if program == "python":
            if arguments[0] == "-m":  # python -m venv
                assert arguments[1] in sys.stdlib_module_names, command
                continue
            start, arguments = [arguments[0]], arguments[1:]
        else:
            assert program in PROGRAMS, f"{name}: `{command}`: what is {program}?"
            start = PROGRAMS[program]
            if program in WITH_COMMANDS:
                start, arguments = [*start, arguments[0]], arguments[1:]
        offered = known(*start)
        for option in (word.partition("=")[0] for word in arguments if word.startswith("-")):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", offered), f"{name}: `{command}`: there is no {option}"


@pytest.mark.parametrize("name", FILES)
def test_every_group_and_file_exists(name: str) -> None:
    for group in re.findall(r"--group (\S+?)[ `\n]", text(name)):
        assert group in PROJECT["dependency-groups"], f"{name}: there is no dependency group {group}"
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text(name)):
        assert (ROOT / target).is_file(), f"{name}: the link {target} leads nowhere"
    for folder in re.findall(r"`([\w./-]+/)`", text(name)):
        assert (ROOT / folder).is_dir(), f"{name}: there is no folder {folder}"
    for target in re.findall(r"`((?:src|tests|theme|data|scripts|tools|records)/[\w./-]+\.\w+)`", text(name)):
        assert (ROOT / target).exists(), f"{name}: there is no {target}"
    for target in re.findall(r"(?:pytest|python) ((?:snippets|tests)/[\w./-]*)", text(name)):
        assert (ROOT / target).exists() or target == "snippets/autograd/hooks.py", f"{name}: there is no {target}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_both_languages_have_the_same_commands_and_headings(document: str) -> None:
    english, korean = f"{document}.md", f"{document}.ko.md"
    assert commands(english) == commands(korean)
    assert heads(english) == heads(korean)
    rows = [len(re.findall(r"^\|.*\|$", text(name), re.M)) for name in (english, korean)]
    assert rows[0] == rows[1] > 2


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_the_examples_alone_skip_no_more_than_the_reader_is_told(name: str) -> None:
    """In an environment that holds what the line before names: scripts and tasks whose headers ask for more are skipped there."""
    [(installed, ceiling)] = re.findall(r"^pip install pytest (.+)\npytest snippets/ --max-skips (\d+)$", text(name), re.M)
    skipped = []
    for script in map(Site().load, Site().find()):
        tasks = script.path.with_name(script.path.stem + task.SUFFIX)
        runs = 1 + (len(task.ids(tasks)) if tasks.is_file() else 0)
        asks = {needs.normal(Requirement(one).name) for one in script.header.dependencies} - set(installed.split())
        skipped += [script.name] * runs if asks or script.header.gpus else []
    assert 0 < len(skipped) <= int(ceiling), f"{name}: {len(skipped)} are skipped"


class Options:
    """Takes the place of pytest's parser and keeps the names of the options that it is given."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def getgroup(self, _: str) -> Options:
        return self

    def addoption(self, name: str, **_: object) -> None:
        self.names.append(name)

    def addini(self, name: str, *_: object, **__: object) -> None:
        self.names.append(name)


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.ko.md"])
def test_every_option_and_header_key_is_explained(name: str) -> None:
    options = Options()
    plugin.pytest_addoption(options)  # type: ignore[arg-type]
    assert "--update" in options.names
    missing = [option for option in options.names if not re.search(rf"(?<![\w-]){option}\b", text(name))]
    keys = [field.name for field in dataclasses.fields(Header) if field.name not in ("dependencies", "requires_python")]
    missing += [key for key in keys if f"| `{key}` |" not in text(name)]
    assert not missing, f"{name} does not speak of {', '.join(missing)}"


def test_every_version_is_pinned() -> None:
    for group, requirements in PROJECT["dependency-groups"].items():
        for requirement in requirements:
            if isinstance(requirement, str):
                assert re.fullmatch(r"[\w.-]+(\[[\w,-]+\])?==[\w.+!-]+(\s*;.*)?", requirement), f"{group}: {requirement}: pin it with `==`"
            else:
                assert requirement["include-group"] in PROJECT["dependency-groups"]


def test_every_licence_has_its_file() -> None:
    named = PROJECT["project"]["license"].split(" AND ")
    assert sorted(named) == sorted(LICENCES)
    for licence, file in LICENCES.items():
        assert licence.split("-")[0] in text(file), file
        assert file in text("README.md")
        assert file in text("README.ko.md")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        *(
            (f"index-url = https://{host}", True)
            for host in ("/".join((INDEXES[0], "simple")), "files." + INDEXES[1], "mirror.example/api/simp" + "le/")
        ),
        *((f'File "{place}someone/x.py"', True) for place in PLACES),
        ("https://docs.python.org/3/simple-things", False),
        ("{folder}/work/run.py", False),
        ("docs/home/page.md", False),
    ],
)
def test_a_host_or_a_place_is_known_when_it_is_seen(line: str, found: bool) -> None:
    assert bool(FORBIDDEN.search(line)) == found


def test_no_file_names_an_index_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: which files belong to it is unknown")
    found = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if not path.is_file():
            continue  # deleted, and not yet committed
        for number, line in enumerate(path.read_bytes().decode("utf-8", "ignore").splitlines(), 1):
            if match := FORBIDDEN.search(line):
                found.append(f"{name}:{number}: {match[0]}: leave it out, another machine has neither")
    assert not found, "\n".join(found)
