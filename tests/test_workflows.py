"""The workflows hold no more rights than they need, run nothing that is not a script of the project, and pass the field's own checkers."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_house import PROGRAMS, WITH_COMMANDS, known

from workshop.project import ROOT

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
SCRIPTS = sorted([*(ROOT / "scripts").glob("*.sh"), ROOT / ".ci" / "run"])
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.dependabot": [FOLDER / "dependabot.yml"],
    "vendor.github-issue-config": [FOLDER / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.github-issue-forms": [path for path in sorted((FOLDER / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"],
}


def load(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    loaded["on"] = loaded.pop(True)  # YAML reads `on` as a truth value
    return loaded


def jobs() -> list[tuple[str, dict[str, Any]]]:
    return [(f"{path.name}: {name}", job) for path in WORKFLOWS for name, job in load(path)["jobs"].items()]


def steps() -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in jobs() for step in job.get("steps", ())]


def tool(*command: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name(command[0])
    if not program.is_file():
        pytest.skip(f"{command[0]} is not installed: `uv sync`")
    return subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_the_auditor_has_no_finding() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--persona", "auditor", "--format", "json", ".github")
    found = json.loads(done.stdout)
    assert not found, [(finding["ident"], finding["locations"][0]["symbolic"]["key"]) for finding in found]
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("completed .github/") >= len(WORKFLOWS) > 4


def test_the_auditor_finds_what_is_wrong(tmp_path: Path) -> None:
    """What passes above passes because it is right, not because nobody looked."""
    wrong = tmp_path / ".github" / "workflows" / "wrong.yml"
    wrong.parent.mkdir(parents=True)
    text = (FOLDER / "workflows" / "check.yml").read_text("utf-8").replace("  pull_request:\n", "  pull_request_target:\n")
    wrong.write_text(re.sub(r"actions/checkout@\w+", "actions/checkout@v7", text), "utf-8")
    found = {
        finding["ident"]
        for finding in json.loads(tool("zizmor", "--offline", "--persona", "auditor", "--format", "json", str(tmp_path)).stdout)
    }
    assert {"dangerous-triggers", "unpinned-uses"} <= found


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_fits_its_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    done = tool("check-jsonschema", "--builtin-schema", schema, *map(str, SCHEMAS[schema]))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_to_a_job_and_to_no_workflow(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    assert workflow["concurrency"]["group"]
    for name, job in workflow["jobs"].items():
        assert "permissions" in job, f"{name} inherits its rights"
        assert "timeout-minutes" in job or "uses" in job, f"{name} may run for six hours"


def test_what_a_stranger_starts_only_reads() -> None:
    started = [path for path in WORKFLOWS if "pull_request" in load(path)["on"]]
    assert [path.name for path in started] == ["check.yml"]
    for name, job in load(started[0])["jobs"].items():
        assert job["permissions"] == {"contents": "read"}, name
        assert "environment" not in job, name
    text = started[0].read_text("utf-8")
    assert "secrets." not in text
    assert "github.token" not in text
    assert "gpu.yml" not in text


def test_nothing_is_cached_between_a_fork_and_main() -> None:
    installers = [(name, step) for name, step in steps() if step.get("uses", "").startswith("astral-sh/setup-uv@")]
    assert installers
    for name, step in installers:
        assert step["with"]["enable-cache"] is False, name
    assert not [name for name, step in steps() if step.get("uses", "").startswith("actions/cache")]


def test_one_uv_everywhere() -> None:
    versions = {step["with"]["version"] for _, step in steps() if step.get("uses", "").startswith("astral-sh/setup-uv@")}
    assert len(versions) == 1
    assert f"uv=={versions.pop()}" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_machine_with_a_gpu_is_named_once_and_stands_behind_an_environment() -> None:
    where = [path.name for path in WORKFLOWS if "GPU_RUNNER" in path.read_text("utf-8")]
    assert where == ["gpu.yml"]
    workflow = load(FOLDER / "workflows" / "gpu.yml")
    assert set(workflow["on"]) == {"workflow_call", "workflow_dispatch"}
    assert "gpu-approved" in workflow["jobs"]["record"]["environment"]


def test_publication_stands_behind_the_gate() -> None:
    work = load(FOLDER / "workflows" / "publish.yml")["jobs"]
    assert set(work["build"]["needs"]) == {"cpu", "gpu"}
    lines = [step.get("run") for step in work["build"]["steps"]]
    assert lines.index("uv run tbe gate") < lines.index("bash scripts/build_site.sh")
    assert work["deploy"]["needs"] == "build"
    assert [name for name, job in work.items() if job["permissions"].get("pages") == "write"] == ["deploy"]
    assert all(name in ("build", "deploy", "notebooks") or "refs/heads/main" in job["if"] for name, job in work.items())


def commands() -> list[tuple[str, str]]:
    """Each command of the workflows, and of the scripts that they call those that are ours."""
    ours = [(name, step["run"]) for name, step in steps() if "run" in step]
    for script in SCRIPTS:
        for line in script.read_text("utf-8").splitlines():
            if match := re.search(r"(?:^|\s)((?:uv run (?!--no-project|npm)|bash scripts/)[^;&|]*)", line.partition("#")[0]):
                ours.append((script.name, match[1].strip()))
    return ours


def test_every_step_is_one_line_that_exists_here() -> None:
    called = commands()
    assert len(called) > 15
    for place, command in called:
        assert "\n" not in command, f"{place}: more than one line: make it a script"
        program, *rest = shlex.split(re.sub(r"^([A-Z_]+=\S+ )+", "", command))
        if program == "bash":
            assert (ROOT / rest[0]).is_file(), f"{place}: `{command}`: there is no {rest[0]}"
            continue
        assert program == "uv", f"{place}: `{command}` is neither `uv ...` nor a script of the project"
        if rest[0] != "run":
            assert rest[0] in ("publish", "build", "version"), f"{place}: `{command}`"
            continue
        what, *arguments = rest[1:]
        if what == "python" and arguments[0] == "-m":
            assert arguments[1] in sys.stdlib_module_names, f"{place}: `{command}`"
            continue
        if what == "--with":  # a tool of one job alone
            what, *arguments = arguments[1:]
        if what == "python":
            assert (ROOT / arguments[0]).is_file(), f"{place}: `{command}`"
            continue
        assert what in PROGRAMS, f"{place}: `{command}`: what is {what}?"
        start = PROGRAMS[what]
        if what in WITH_COMMANDS:
            start, arguments = [*start, arguments[0]], arguments[1:]
        for option in (word.partition("=")[0] for word in arguments if word.startswith("-")):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", known(*start)), f"{place}: `{command}`: there is no {option}"
        for target in (word for word in arguments if word.startswith(("snippets", "tests"))):
            assert (ROOT / target).exists(), f"{place}: `{command}`: there is no {target}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_stops_at_its_first_error_and_parses(script: Path) -> None:
    lines = script.read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[1].startswith("# "), "say what it is for"
    assert "set -euo pipefail" in lines
    done = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (["scripts/look_ahead.sh"], 2, "usage: look_ahead.sh newest | nightly | links"),
        (["scripts/look_ahead.sh", "nightly"], 2, "NIGHTLY_INDEX is empty"),
        (["scripts/build_package.sh", "v0.0.0"], 1, "the tag is v0.0.0, pyproject.toml says"),
        (["scripts/build_package.sh"], 1, "the tag of the release"),
        (["scripts/will_break.sh"], 1, "the address of the run"),
        (["scripts/push_downloads.sh"], 1, "the folder to push"),
    ],
)
def test_a_script_says_what_it_misses(call: list[str], code: int, said: str) -> None:
    done = subprocess.run(["bash", *call], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert not (ROOT / "dist").exists()


def test_the_downloads_become_one_commit_of_their_branch(tmp_path: Path) -> None:
    remote, folder = tmp_path / "remote.git", tmp_path / "published"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    (folder / "downloads").mkdir(parents=True)
    for content in ("first", "second"):
        (folder / "downloads" / "x.ipynb").write_text(content, "utf-8")
        environment = {"PATH": "/usr/bin:/bin", "REMOTE": str(remote), "HOME": str(tmp_path)}
        done = subprocess.run(
            ["bash", str(ROOT / "scripts/push_downloads.sh"), str(folder)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        subprocess.run(["rm", "-rf", str(folder / ".git")], check=True)
    log = subprocess.run(["git", "-C", str(remote), "log", "--format=%s", "gh-pages"], capture_output=True, text=True, check=True).stdout
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    assert log == f"Downloads of {head}\n"
    shown = subprocess.run(
        ["git", "-C", str(remote), "show", "gh-pages:downloads/x.ipynb"], capture_output=True, text=True, check=True
    ).stdout
    assert shown == "second"
