"""The tables of the status page: what the records say of every snippet and the ledger of every claim."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import groupby

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, yaml_load

from proven import record
from proven.record import Fact
from proven.script import Script
from workshop import tables
from workshop.site import sources
from workshop.site.languages import NAV, root, up

STATES = ("proven", "changed", "skipped", "failed", "unproven")
WORDS = {
    "ko": {
        "states": "상태 | CPU | GPU",
        "proven": "확인함",
        "changed": "확인한 뒤 바뀜",
        "skipped": "건너뜀",
        "failed": "실패",
        "unproven": "아직 확인하지 않음",
        "all": "모두",
        "setup": "{kind}: {device}, torch {torch}, Python {python} (스니펫 {number}개)",
        "claims": "판정 | 확인함 | 모두",
        "true": "맞음",
        "true with a caveat": "조건부로 맞음",
        "wrong": "틀림",
        "outdated": "지금은 다름",
        "typo": "오타",
        "error": "오류 메시지의 뜻",
        "fact": "{date}, {seconds:.1f}초, 환경 {setup}",
        "since": "{date}에 확인한 뒤 바뀜",
        "not yet": "아직",
        "json": "프로그램은 [snippets.json]({address})을 읽으면 됩니다. 스니펫마다 실린 절, 파일, 필요한 패키지와 GPU, 다루는 주장, 실행 기록이 있습니다.",
    },
    "en": {
        "states": "State | CPU | GPU",
        "proven": "proven",
        "changed": "changed since its proof",
        "skipped": "skipped",
        "failed": "failed",
        "unproven": "not yet proven",
        "all": "all",
        "setup": "{kind}: {device}, torch {torch}, Python {python} (snippets: {number})",
        "claims": "Verdict | Settled | All",
        "true": "true",
        "true with a caveat": "true with a caveat",
        "wrong": "wrong",
        "outdated": "outdated",
        "typo": "typo",
        "error": "what an error message means",
        "fact": "{date}, {seconds:.1f} s, setup {setup}",
        "since": "changed since {date}",
        "not yet": "not yet",
        "json": "Programs read [snippets.json]({address}): for each snippet the sections that show it, its files, the packages and GPUs "
        "that it needs, the claims that it settles and what its runs showed.",
    },
}

REASONS = [(r"^needs (\d+) GPUs?$", r"GPU \1개 필요"), (r"^needs (.+)$", r"\1 필요")]  # of proven.needs, in Korean


def states(language: str) -> str:
    """How many snippets are in which state, a column a kind of device; then why some were skipped."""
    words = WORDS[language]
    known = [sources.standings(loaded) for loaded in sources.load_all()]
    counts = {kind: Counter(standing[kind][0] for standing in known) for kind in record.KINDS}
    rows = [[words[state], *(counts[kind][state] for kind in counts)] for state in STATES if any(c[state] for c in counts.values())]
    lines = [_table(words["states"], [*rows, [words["all"], *(len(known) for _ in counts)]])]
    for kind in record.KINDS:
        reasons = Counter(_reason(fact, language) for standing in known for state, fact in [standing[kind]] if fact and state == "skipped")
        if reasons:
            listed = ", ".join(f"{reason} ({number})" for reason, number in sorted(reasons.items()))
            lines.append(f"{kind.upper()}, {words['skipped']}: {listed}")
    return "\n\n".join(lines)


def setups(language: str) -> str:
    """Where the proofs were run; the snippets name these by number."""
    known = Counter(setup for loaded in sources.load_all() for setup in _setups(loaded))
    line = WORDS[language]["setup"]
    return "\n".join(
        f"{number}. " + line.format(kind=kind.upper(), device=device, torch=torch, python=python, number=known[kind, device, torch, python])
        for number, (kind, device, torch, python) in _numbered()
    )


def settled(language: str) -> str:
    """The claims by verdict: how many a snippet settles, and how many there are."""
    words = WORDS[language]
    with sources.faults():
        ledger = sources.project.claims.values()
        settled = sources.project.settling()
    rows = [(verdict, [claim.id in settled for claim in ledger if claim.verdict == verdict]) for verdict in tables.VERDICTS]
    every = [claim.id in settled for claim in ledger]
    return _table(words["claims"], [[words.get(name, name), sum(found), len(found)] for name, found in [*rows, ("all", every)]])


def snippets(language: str, page: Page, config: MkDocsConfig) -> str:
    """A list a chapter, which fits a phone: each snippet, where the site shows it, and its standing."""
    words, chapters = WORDS[language], yaml_load(NAV.read_text("utf-8"))
    numbers = {setup: number for number, setup in _numbered()}
    parts = [words["json"].format(address=f"{root(config)}snippets.json")]
    for chapter, group in groupby(sources.load_all(), key=lambda loaded: loaded.chapter):
        title = chapters[chapter][language] if chapter in chapters else chapter
        lines = [f'- {_name(loaded, page, config)} <span class="proof">{_standing(loaded, numbers, language)}</span>' for loaded in group]
        parts.append(f"### {title} {{ #{chapter} data-search-exclude }}\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _standing(loaded: Script, numbers: dict[tuple[str, ...], int], language: str) -> str:
    words = WORDS[language]
    cells = []
    for kind, (state, fact) in sources.standings(loaded).items():
        if fact is None:
            text = words["not yet"]
        elif state == "proven":
            setup = numbers[kind, fact.device, fact.torch, fact.python]
            text = words["fact"].format(date=f"<time>{fact.date}</time>", seconds=fact.seconds, setup=setup)
        elif state == "changed":
            text = words["since"].format(date=f"<time>{fact.date}</time>")
        else:
            text = f"{words[state]}: {_reason(fact, language)}" if fact.reason else words[state]
        cells.append(f'<span class="{state}">{kind.upper()} {text}</span>')
    return " · ".join(cells)


def _name(loaded: Script, page: Page, config: MkDocsConfig) -> str:
    """The snippet's name as a link to the first section that shows it, and its download."""
    name, file = loaded.path.stem, loaded.path.name
    if shown := sources.places().get(loaded.path):
        other, section = shown[0]
        name = f"[{name}]({get_relative_url(f'{other}.md', page.file.src_uri)}{f'#{section}' if section else ''})"
    return f'{name} <a href="{up(page, config)}downloads/{loaded.chapter}/{file}" download aria-label="{file}">.py</a>'


def _setups(loaded: Script) -> list[tuple[str, ...]]:
    proven = [(kind, fact) for kind, (state, fact) in sources.proofs(loaded).items() if fact and state == "proven"]
    return [(kind, fact.device, fact.torch, fact.python) for kind, fact in proven]


def _numbered() -> list[tuple[int, tuple[str, ...]]]:
    return list(enumerate(sorted({setup for loaded in sources.load_all() for setup in _setups(loaded)}), 1))


def _reason(fact: Fact, language: str) -> str:
    """Why a run was skipped, without what was different on that machine."""
    reason = fact.reason.partition("\n")[0].partition(": ")[0]
    for pattern, korean in REASONS if language == "ko" else ():
        reason = re.sub(pattern, korean, reason)
    return html.escape(reason)


def _table(head: str, rows: list[list]) -> str:
    columns = head.count("|") + 1
    return "\n".join([f"| {head} |", f"|{' --- |' * columns}", *(f"| {' | '.join(map(str, row))} |" for row in rows)])
