"""The tables of the status page: what the records say of every snippet and the ledger of every claim."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, yaml_load

from workshop import claims, record
from workshop.record import Fact
from workshop.site import sources
from workshop.site.languages import FOLDERS, NAV, language, up
from workshop.snippet import Snippet

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
        "setups": "환경 | 장치 | torch | Python | 스니펫",
        "claims": "판정 | 확인함 | 모두",
        "true": "맞음",
        "true with a caveat": "조건부로 맞음",
        "wrong": "틀림",
        "outdated": "옛이야기",
        "typo": "오타",
        "error": "오류 메시지의 뜻",
        "snippets": "스니펫 | CPU | GPU",
        "fact": "✓ {date} · {seconds:.1f}초 · 환경 {setup}",
        "since": "{date} 이후 바뀜",
        "not yet": "아직",
        "json": "같은 내용을 프로그램이 읽는 파일로도 둡니다: [snippets.json]({address})",
    },
    "en": {
        "states": "State | CPU | GPU",
        "proven": "proven",
        "changed": "changed since its proof",
        "skipped": "skipped",
        "failed": "failed",
        "unproven": "not yet proven",
        "all": "all",
        "setups": "Setup | Device | torch | Python | Snippets",
        "claims": "Verdict | Settled | All",
        "true": "true",
        "true with a caveat": "true with a caveat",
        "wrong": "wrong",
        "outdated": "outdated",
        "typo": "typo",
        "error": "what an error message means",
        "snippets": "Snippet | CPU | GPU",
        "fact": "✓ {date} · {seconds:.1f} s · setup {setup}",
        "since": "changed since {date}",
        "not yet": "not yet",
        "json": "The same for programs to read: [snippets.json]({address})",
    },
}


def states(config: MkDocsConfig) -> str:
    """How many snippets are in which state, a column a kind of device; then why some were skipped."""
    words = WORDS[language(config)]
    known = [sources.standings(loaded) for loaded in sources.load_all()]
    counts = {kind: Counter(standing[kind][0] for standing in known) for kind in record.KINDS}
    rows = [[words[state], *(counts[kind][state] for kind in counts)] for state in STATES if any(c[state] for c in counts.values())]
    lines = [_table(words["states"], [*rows, [words["all"], *(len(known) for _ in counts)]])]
    for kind in record.KINDS:
        reasons = Counter(_reason(fact, config) for standing in known for state, fact in [standing[kind]] if fact and state == "skipped")
        if reasons:
            listed = ", ".join(f"{reason} ({number})" for reason, number in sorted(reasons.items()))
            lines.append(f"{kind.upper()}, {words['skipped']}: {listed}")
    return "\n\n".join(lines)


def setups(config: MkDocsConfig) -> str:
    """Where the proofs were run; the snippets name these by number."""
    known = Counter(setup for loaded in sources.load_all() for setup in _setups(loaded))
    rows = [[number, device, torch, python, known[setup]] for number, setup in _numbered() for _, device, torch, python in [setup]]
    return _table(WORDS[language(config)]["setups"], rows)


def settled(config: MkDocsConfig) -> str:
    """The claims by verdict: how many a snippet settles, and how many there are."""
    words = WORDS[language(config)]
    with sources.faults():
        ledger = claims.ledger().values()
    rows = [(verdict, [claim.settled for claim in ledger if claim.verdict == verdict]) for verdict in claims.VERDICTS]
    every = [claim.settled for claim in ledger]
    return _table(words["claims"], [[words.get(name, name), sum(found), len(found)] for name, found in [*rows, ("all", every)]])


def snippets(page: Page, config: MkDocsConfig) -> str:
    """A table a chapter: each snippet, where the site shows it, and its standing."""
    words, chapters = WORDS[language(config)], yaml_load(NAV.read_text("utf-8"))
    numbers = {setup: number for number, setup in _numbered()}
    parts = [words["json"].format(address=f"{config.site_url or '/'}".removesuffix(FOLDERS[language(config)]) + "snippets.json")]
    for chapter, group in groupby(sources.load_all(), key=lambda loaded: loaded.chapter):
        title = chapters[chapter][language(config)] if chapter in chapters else chapter
        rows = []
        for loaded in group:
            cells = []
            for kind, (state, fact) in sources.standings(loaded).items():
                if fact is None:
                    cells.append(words["not yet"])
                elif state == "proven":
                    setup = numbers[kind, fact.device, fact.torch, fact.python]
                    cells.append(words["fact"].format(date=fact.date, seconds=fact.seconds, setup=setup))
                elif state == "changed":
                    cells.append(words["since"].format(date=fact.date))
                else:
                    cells.append(f"{words[state]}: {_reason(fact, config)}" if fact.reason else words[state])
            rows.append([_name(loaded, page, config), *cells])
        parts.append(f"### {title} {{ #{chapter} data-search-exclude }}\n\n{_table(words['snippets'], rows)}")
    return "\n\n".join(parts)


def _name(loaded: Snippet, page: Page, config: MkDocsConfig) -> str:
    """The snippet's name as a link to the first section that shows it, and its download."""
    name, file = loaded.path.stem, loaded.path.name
    if shown := sources.places().get(loaded.path):
        other, section = shown[0]
        name = f"[{name}]({get_relative_url(f'{other}.md', page.file.src_uri)}{f'#{section}' if section else ''})"
    return f'{name} <a href="{up(page, config)}downloads/{loaded.chapter}/{file}" download aria-label="{file}">.py</a>'


def _setups(loaded: Snippet) -> list[tuple[str, ...]]:
    proven = [(kind, fact) for kind, (state, fact) in sources.proofs(loaded).items() if fact and state == "proven"]
    return [(kind, fact.device, fact.torch, fact.python) for kind, fact in proven]


def _numbered() -> list[tuple[int, tuple[str, ...]]]:
    return list(enumerate(sorted({setup for loaded in sources.load_all() for setup in _setups(loaded)}), 1))


def _reason(fact: Fact, config: MkDocsConfig) -> str:
    """Why a run was skipped, without what was different on that machine."""
    reason = fact.reason.partition("\n")[0].partition(": ")[0].replace("|", "\\|")
    if language(config) == "ko":
        reason = re.sub(r"^needs (\d+) GPUs?$", r"GPU \1개 필요", reason)
        reason = re.sub(r"^needs (.+)$", r"\1 필요", reason)
    return reason


def _table(head: str, rows: list[list]) -> str:
    columns = head.count("|") + 1
    return "\n".join([f"| {head} |", f"|{' --- |' * columns}", *(f"| {' | '.join(map(str, row))} |" for row in rows)])
