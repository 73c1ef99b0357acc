"""What a page says of the runs behind it: a fold under each block, and one line for the page."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from proven import task
from proven.record import Fact
from workshop.compile.downloads import notebook_of
from workshop.compile.known import Known, literal


def fold(known: Known, language: str, name: str, what: str) -> list[str]:
    """The lines of the fold under a block that shows a script (`chapter/file.py`), a task of one or a recipe on the page `name`."""
    words = known.words(language, "proof")
    file = f"{what.partition(task.SUFFIX)[0]}.py" if known.is_task(what) else what
    if known.is_script(file):
        classes, summary, facts = _script(known, file, what, words)
        links = [
            _download(known, name, file),
            f"[{words['colab']}]({known.home.colab}downloads/{PurePosixPath(file).with_suffix('.ipynb')})",
        ]
    else:
        classes, summary, facts = _recipe(known, name, file, words)
        links = [_download(known, name, file)]
    return [f'??? proof {classes} "{summary}"', "", *(f"    {line}  " for line in facts), f"    {' · '.join(links)}"]


def line(known: Known, language: str, name: str, files: list[str]) -> str:
    """What the records say of all scripts of a page together, and where to get the page; nothing for a page that shows none."""
    words, scripts = known.words(language, "proof"), [file for file in dict.fromkeys(files) if known.is_script(file)]
    if not scripts:
        return ""
    every = [known.proofs(file) for file in scripts]
    parts = []
    for kind in every[0]:
        facts = [fact for proofs in every for state, fact in [proofs[kind]] if fact and state == "proven"]
        if not facts:
            continue
        said = {part: ", ".join(sorted({getattr(fact, part) for fact in facts})) for part in ("device", "torch", "python")}
        dates = sorted({fact.date for fact in facts})
        parts.append(
            words["page"].format(
                kind=kind.upper(), proven=len(facts), all=len(scripts), date=_time(dates[-1]), **{k: literal(v) for k, v in said.items()}
            )
        )
    notebook = notebook_of(known, language, name)
    links = [f"[{words['notebook']}]({known.relative(notebook, name)}){{ download }}", f"[{words['colab']}]({known.home.colab}{notebook})"]
    return f"{' · '.join([*(parts or [words['unproven']]), *links])}\n{{ .proofs }}"


def state(known: Known, file: str) -> str:
    """Of all its records together: `proven` on any device, else `changed`, else `unproven`."""
    states = [state for state, _ in known.proofs(file).values()]
    return next((state for state in ("proven", "changed") if state in states), "unproven")


def _script(known: Known, file: str, what: str, words: dict[str, str]) -> tuple[str, str, list[str]]:
    gpus, proofs, now = known.header(file)["gpus"], known.proofs(what), state(known, what)
    kinds = ", ".join(kind.upper() for kind, (own, _) in proofs.items() if own == now)
    summary = words[f"short_{now}"].format(kinds=kinds)
    if gpus and proofs["gpu"][0] == "unproven":
        summary = f"{words['gpus'].format(gpus=gpus)}; {summary[0].lower()}{summary[1:]}"
    known_kinds = {kind: fact for kind, (_, fact) in proofs.items() if fact}
    facts = [_fact(kind, *proofs[kind], words) for kind in proofs if kind in known_kinds]
    facts += [words[f"unproven_{kind}"] for kind in proofs if known_kinds and kind not in known_kinds]
    return " ".join([now, *(["gpu"] if gpus else [])]), summary, facts or [words["unproven"]]


def _fact(kind: str, now: str, fact: Fact | None, words: dict[str, str]) -> str:
    assert fact
    seconds = words["seconds"].format(fact.seconds)
    facts = [literal(fact.device), f"torch {fact.torch}", f"Python {fact.python}", seconds, _time(fact.date)]
    return words[now].format(device=kind.upper(), date=_time(fact.date), facts=", ".join(facts))


def _recipe(known: Known, name: str, file: str, words: dict[str, str]) -> tuple[str, str, list[str]]:
    """A recipe has no run of its own: name the scripts that run it, each with the days of its proofs."""
    users = known.users(file)
    if not users:
        return "unproven", words["short_unproven"], [words["unproven"]]
    runs = []
    for user in users:
        days = [f"{kind.upper()} {_time(fact.date)}" for kind, (now, fact) in known.proofs(user).items() if fact and now == "proven"]
        runs.append(f"{_download(known, name, user)} ({', '.join(days) or words[f'short_{state(known, user)}'].format(kinds='CPU')})")
    states = Counter(state(known, user) for user in users)
    now = next(now for now in ("unproven", "changed", "proven") if states[now])
    return now, words["short_recipe"].format(number=len(users)), [f"{words['recipe']}: {', '.join(runs)}"]


def _download(known: Known, name: str, file: str) -> str:
    return f"[{PurePosixPath(file).name}]({known.relative(f'downloads/{file}', name)}){{ download }}"


def _time(date: str) -> str:
    return f"<time>{date}</time>"
