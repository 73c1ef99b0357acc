"""The gate before publication: a commit is published only with a CPU and a GPU record of just its files, whole and green.

A fork that has no GPU may say so (PUBLISH_WITHOUT_GPU=true): then the CPU record is enough, and the pages say what no GPU has run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proven import record, task
from proven.fault import Fault
from proven.record import Fact
from proven.script import Script
from proven.task import Task
from workshop.home import Home
from workshop.project import Site

ONE_MACHINE = 1  # GPUs of the machine that records; what needs more may stay skipped, its pages say so


def without_gpu(project: Site, home: Home, environment: Mapping[str, str]) -> bool:
    """Has whoever publishes decided to do without a GPU?

    Raises:
        Fault: the decision is not theirs to take, or is neither yes nor no.
    """
    said, mend = environment.get("PUBLISH_WITHOUT_GPU", ""), "take the variable PUBLISH_WITHOUT_GPU away"
    if said not in ("", "true", "false"):
        raise Fault(project.records, 1, f"PUBLISH_WITHOUT_GPU is {said!r}", "say true or false")
    if said == "true" and home.ours:
        raise Fault(project.records, 1, f"{home.repository} is not published without a GPU, only a fork is", mend)
    return said == "true"


def waiting(project: Site) -> list[str]:
    """The snippets that need a GPU and that no GPU has run as they are: what a site without a GPU record says of itself."""
    facts = project.facts("gpu")
    scripts = [project.load(path) for path in project.find()]
    return [script.name for script in scripts if script.header.gpus and record.proof(script, facts)[0] != "proven"]


def refusals(project: Site, commit: str, kinds: Sequence[str] = record.KINDS) -> Iterator[Fault]:
    """Why this checkout of `commit` may not be published with the records that lie in it; nothing where it may.

    Of a kind of machine that is not in `kinds` no record is owed; one that lies there must still be as a run wrote it.
    """
    if not commit:
        yield Fault(project.records, 1, "what is checked out is no commit: files differ from it", "publish from a clean checkout")
        return
    subjects: list[Script | Task] = [project.load(path) for path in project.find()]
    subjects += [one for path in task.find(project) for one in task.load(path, project).values()]
    folders = project.scripts, project.sources / project.library, project.docs, project.data
    for name in record.ignored(project.root, *map(project.name, folders)):
        yield Fault(project.root / name, 1, "no commit holds this file, git was told to ignore it", "commit it, or delete it")
    for kind in record.KINDS:
        if kind in kinds:
            yield from _of_record(project, kind, subjects, commit)
        else:
            try:
                project.facts(kind)
            except Fault as fault:
                yield fault


def _of_record(project: Site, kind: str, subjects: list[Script | Task], commit: str) -> Iterator[Fault]:
    path = project.records / kind
    machine = f"a machine with {'a GPU' if kind == 'gpu' else 'a CPU'}"
    again = f"run `uv run pytest snippets/ --record records/{kind}` at {commit[:12]} on {machine}"
    if not path.is_dir():
        yield Fault(path, 1, f"there is no {kind.upper()} record", again)
        return
    try:
        facts = project.facts(kind)
    except Fault as fault:
        yield fault
        return
    # A record can be committed only after the commit that it speaks of: what counts is that nothing else has changed since.
    fitting = {
        ran
        for ran in {fact.commit for fact in facts.values()}
        if ran and record.same_files(project.root, ran, commit, project.name(project.records))
    }
    for subject in subjects:
        fact = facts.get(subject.name)
        if fact is None:
            why = "this record does not speak of it"
        elif fact.commit not in fitting:
            why = f"it ran at {fact.commit[:12] or 'no commit (files differed)'}, to be published is {commit[:12]}"
        else:
            why = _refusal(subject, fact, kind)
        if why:
            yield Fault(path, 1, f"{subject.name}: {why}", again)


def _refusal(subject: Script | Task, fact: Fact, kind: str) -> str:
    if fact.kind != kind:
        return f"it ran on a {fact.kind.upper() or 'machine of an unknown kind'}"
    if not fact.fits(subject):
        return "the file that ran is not the one to be published, the hashes differ"
    if fact.outcome == "failed":
        return f"it failed: {fact.reason}"
    # What needs no GPU is proven on the CPU at least, what needs one on the GPU.
    script = subject.script if isinstance(subject, Task) else subject
    owed = script.header.gpus == (0 if kind == "cpu" else ONE_MACHINE)
    return f"it was skipped: {fact.reason}" if owed and fact.outcome == "skipped" else ""
