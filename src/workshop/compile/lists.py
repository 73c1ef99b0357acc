"""What a page asks for with a comment, `<!-- glossary -->`: lists of pages, messages, changes and terms, and what the records say of all scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import PurePosixPath

from proven import record
from proven.record import Fact
from proven.script import newest_first
from workshop.compile.known import TYPE, Known, Message, literal
from workshop.tables import VERDICTS

ANEW = "spawn"  # the setup where processes begin in a new interpreter: of the snippets that start some
TRIED = ("torch", "passed", "words", "missing", "other", "newer", "package")  # what a try of an older torch gave
STATES = ("proven", "changed", "skipped", "failed", "unproven")
REASONS = [(r"^needs (\d+) GPUs?$", r"GPU \1개 필요"), (r"^needs (.+)$", r"\1 필요")]  # of proven.needs, in Korean

# Where a reader looks for a message: what it says decides, the first pattern that fits. The keys are the areas of words.toml.
AREAS = {
    "parallel": r"rocess group|NCCL|nccl|DistributedData|DataParallel|reduction in the prior|[Rr]ank \d|address already in use|world_size",
    "memory": r"out of memory|allocate|^Killed$|signal: Killed|open files|ancdata",
    "saving": r"state_dict|Weights only|[Pp]ytorchStream|PytorchStream|load key|deserialize|safetensors|size mismatch for|[Pp]ickl",
    "autograd": r"grad\b|grad_|backward|leaf|[Ii]nplace|in-place|differentiated|[Ii]nference ?(?:tensor|Mode)",
    "device": r"CUDA|cuda|NVIDIA|same device|MPS|device string|meta device|pin_memory",
    "dtype": r"dtype|scalar type|ScalarType|Double|Float\b|Long\b|uint8|unsigned char|object_|floating point",
    "shapes": r"[Ss]ize|shape|dimension|stack expects|batch_size|channels|must match|multi-target|out of range|out of bounds|ambiguous",
}
AREA_OF = {
    "start": "environment",
    "tensors": "tensors",
    "autograd": "autograd",
    "modules": "modules",
    "models": "modules",
    "transfer": "modules",
    "data": "data",
    "saving": "saving",
    "parallel": "parallel",
    "monitoring": "tools",
    "tuning": "tools",
    "python": "python",
    "project": "environment",
    "answers": "old",
    "math": "training",
    "evaluation": "training",
    "training": "training",
    "ensemble": "training",
    "walkthroughs": "modules",
}


def pages(known: Known, language: str, name: str) -> str:
    """The other pages of the chapter."""
    listed = next((pages for chapter, _, pages in known.chapters(language) if chapter == name.partition("/")[0]), [])
    return _pages(known, language, name, (other for other in listed if other != name))


def chapters(known: Known, language: str, name: str) -> str:
    return _pages(known, language, name, (pages[0] for _, _, pages in known.chapters(language)))


def _pages(known: Known, language: str, name: str, listed: Iterable[str]) -> str:
    lines = [f"- {link(known, language, other, name)} <span>{literal(known.description(language, other))}</span>" for other in listed]
    return "\n".join(['<div class="pages" markdown>', "", *lines, "", "</div>"])


def link(known: Known, language: str, page: str, here: str, address: str = "") -> str:
    """A link to another page under its title."""
    return f"[{literal(known.title(language, page))}]({known.relative(f'{page}.md', here)}{f'#{address}' if address else ''})"


def proven(known: Known, language: str, name: str) -> str:
    """What the records say of all snippets together, for the front page."""
    words = known.words(language, "page")
    every = [known.proofs(file) for file in known.scripts()]
    facts = {kind: [fact for proofs in every for state, fact in [proofs[kind]] if fact and state == "proven"] for kind in record.KINDS}
    both = [fact for found in facts.values() for fact in found]
    figures = {words[kind]: f"{len(found)} / {len(every)}" if found else words["none"] for kind, found in facts.items()}
    figures[words["torch"]] = torch(known) or words["none"]
    figures[words["date"]] = max((fact.date for fact in both), default=words["none"])
    quiet = {words["none"]: ' class="none"'}  # no figure, so it does not look like one
    cells = "".join(f"<div><dt>{label}</dt><dd{quiet.get(value, '')}>{literal(value)}</dd></div>" for label, value in figures.items())
    devices = sorted({fact.device for fact in both})
    notes = [f"{words['devices']}: {literal(', '.join(devices))}"] if devices else []
    if known.exists(language, "reference/status"):
        notes.append(f"[{words['status']}]({known.relative('reference/status.md', name)})")
    return f'<div class="figures" markdown>\n<dl>{cells}</dl>\n\n{" · ".join(notes)}\n</div>'


def torch(known: Known) -> str:
    """The versions of torch that all proofs were made with."""
    every = [known.proofs(file) for file in known.scripts()]
    facts = [fact for proofs in every for state, fact in proofs.values() if fact and state == "proven"]
    return ", ".join(sorted({fact.torch.partition("+")[0] for fact in facts}))


def glossary(known: Known, language: str, name: str) -> str:
    """The page's own language first, where a term leads to the page that explains it; words of another language say so."""
    columns, explained = sorted(known.site.languages, key=lambda other: other != language), known.explained()

    def cell(code: str, text: str, page: str = "") -> str:
        if code == language:
            return f"[{text}]({known.relative(f'{page}.md', name)})" if page and known.exists(code, page) else text
        return f'<span lang="{code}">{text}</span>'

    table = [f"| {known.words(language, 'lists')['glossary']} |", f"|{' --- |' * (len(columns) + 1)}"]
    for words, avoid in sorted(known.glossary(), key=lambda term: term[0][language].lower()):
        cells = [
            *(cell(code, words[code], explained.get(words["en"], "")) for code in columns),
            cell("ko", ", ".join(avoid)) if avoid else "",
        ]
        table.append(f"| {' | '.join(cells)} |")
    return "\n".join(table)


def changes(known: Known, language: str, name: str) -> str:
    """The feed, and the changes by day, the latest first."""
    words = known.words(language, "lists")
    days = [f"[{words['feed']}]({known.relative('feed.xml', name)})"]
    for date, group in groupby(known.changes(), key=lambda change: change[0]):
        lines = []
        for _, page, kind, text in group:
            title = link(known, language, page, name) if known.exists(language, page) else page
            lines.append(f"- **{words[kind]}** {title}: {literal(text[language])}")
        days.append(f"## {date} {{ #on-{date} }}\n\n" + "\n".join(lines))
    return "\n\n".join(days)


def errors(known: Known, language: str, name: str) -> str:
    """The messages by area, each with its type, the pages that explain it and how many causes they list. The same message stands once."""
    words, areas = known.words(language, "lists"), known.words(language, "areas")
    places: dict[str, list[Message]] = {}
    for message in known.messages(language):
        places.setdefault(TYPE.sub("", message.text).strip("'. "), []).append(message)
    groups: dict[str, list[str]] = {area: [] for area in areas}
    for found in places.values():
        kind = next((match["type"] for message in found if (match := TYPE.match(message.text))), "")
        text = TYPE.sub("", found[0].text, count=1) if kind else found[0].text
        ticks = "``" if "`" in text else "`"
        links = []
        for message in found:
            causes = f" ({words['causes'].format(number=message.causes)})" if message.causes > 1 else ""
            links.append(f"{link(known, language, message.page, name, message.address)}{causes}")
        typed = f" {kind}" if kind else ""
        groups[area(text, [message.page for message in found])].append(f"- {ticks} {text} {ticks}{typed} → {' · '.join(links)}")
    return "\n\n".join(f"## {areas[key]} {{ #{key} }}\n\n" + "\n".join(lines) for key, lines in groups.items() if lines)


def area(message: str, explaining: list[str]) -> str:
    """Where a reader looks for a message: by what it says; else by the chapter that explains it."""
    chapters = [page.partition("/")[0] for page in explaining]
    own = next((AREA_OF[chapter] for chapter in chapters if chapter in ("parallel", "monitoring", "tuning", "python", "answers")), "")
    said = next((key for key, pattern in AREAS.items() if re.search(pattern, message)), "")
    return said or own or next((AREA_OF[chapter] for chapter in chapters if chapter in AREA_OF), "training")


def beliefs(known: Known, language: str, name: str) -> str:
    """The common beliefs by chapter: what is believed, what is so, and the run that shows it."""
    titles = {chapter: title for chapter, title, _ in known.chapters(language)}
    parts = []
    for chapter, group in groupby(known.beliefs(language), key=lambda belief: belief.page.partition("/")[0]):
        lines = [
            f"- **{literal(belief.text)}** - {belief.verdict} → {link(known, language, belief.page, name, belief.section)}"
            for belief in group
        ]
        parts.append(f"## {titles[chapter]} {{ #{chapter} }}\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def states(known: Known, language: str, name: str) -> str:  # noqa: ARG001
    """How many snippets are in which state, a column a setup; then what a column leaves out, and why some were skipped."""
    words, every = known.words(language, "status"), [known.standings(file) for file in known.scripts()]
    counts = {setup: Counter(state for state, _ in asked) for setup, asked in _asked(every).items()}
    rows = [[words[state], *(counts[kind][state] for kind in counts)] for state in STATES if any(c[state] for c in counts.values())]
    lines = [_table(" | ".join([words["states"], *map(_label, counts)]), [*rows, [words["all"], *(c.total() for c in counts.values())]])]
    if "gpu" not in counts:
        lines.append(words["without"].format(number=sum(known.header(file)["gpus"] > 0 for file in known.scripts())))
    if ANEW in counts:
        lines.append(words["anew"].format(number=counts[ANEW].total()))
    for setup in counts:
        reasons = Counter(_reason(fact, language) for standing in every for state, fact in [standing[setup]] if fact and state == "skipped")
        if reasons:
            listed = ", ".join(f"{reason} ({number})" for reason, number in sorted(reasons.items()))
            lines.append(f"{_label(setup)}, {words['skipped']}: {listed}")
    return "\n\n".join(lines)


def _asked(every: list[dict[str, tuple[str, Fact | None]]]) -> dict[str, list[tuple[str, Fact | None]]]:
    """What the records say by setup: of those that have run anything, and where processes start anew of what was run there alone."""
    setups = dict.fromkeys(setup for standing in every for setup, (_, fact) in standing.items() if fact)
    order = [setup for setup in (every[0] if every else {}) if setup in setups]
    return {setup: [standing[setup] for standing in every if setup != ANEW or standing[setup][1]] for setup in order}


def differ(known: Known, language: str, name: str) -> str:
    """The snippets that print something else with an older torch, by the newest version that prints it; then those that fail in a setup."""
    words, files = known.words(language, "status"), known.scripts()
    rows: list[tuple[str, list[str]]] = []
    for version in newest_first({version for file in files for version in known.older(file)}):
        rows.append((words["until"].format(version=version), [file for file in files if version in known.older(file)]))
    for setup in dict.fromkeys(setup for file in files for setup in known.standings(file)):
        rows.append((words["fails"].format(setup=_label(setup)), [file for file in files if known.standings(file)[setup][0] == "failed"]))
    lines = [f"- {head}: {', '.join(_linked(known, file, name) for file in found)}" for head, found in rows if found]
    return "\n".join(lines) or words["none"]


def versions(known: Known, language: str, name: str) -> str:  # noqa: ARG001
    """What a try of versions of torch older than the supported ones gave, and which names they lack."""
    words, tried = known.words(language, "status"), known.versions()
    if not tried:
        return words["untried"]
    titles = {chapter: title for chapter, title, _ in known.chapters(language)}
    ran = ", ".join(titles[chapter] for chapter in tried[0]["chapters"].split())
    heads = dict(zip(TRIED, words["versions"].split(" | "), strict=True))
    shown = [column for column in TRIED if column in ("torch", "passed") or any(row[column] != "0" for row in tried)]
    lines = [
        words["tried"].format(chapters=ran),
        _table(" | ".join(heads[one] for one in shown), [[row[one] for one in shown] for row in tried]),
    ]
    for row in tried:
        if row["names"]:
            lines.append(words["lacking"].format(version=row["torch"], names=", ".join(f"`{one}`" for one in row["names"].split())))
    return "\n\n".join(lines)


def setups(known: Known, language: str, name: str) -> str:  # noqa: ARG001
    """Where the proofs were run; the snippets name these by number."""
    counts = Counter(setup for file in known.scripts() for setup in _setups(known, file))
    line = known.words(language, "status")["setup"]
    return "\n".join(
        f"{number}. " + line.format(kind=kind.upper(), device=literal(device), torch=torch, python=python, number=counts[setup])
        for setup, number in _numbered(known).items()
        for kind, device, torch, python in [setup]
    )


def claims(known: Known, language: str, name: str) -> str:  # noqa: ARG001
    """The claims by verdict: how many a snippet settles, and how many there are."""
    words, ledger = known.words(language, "status"), known.claims()
    rows = [(verdict, [settled for own, settled in ledger if own == verdict]) for verdict in VERDICTS]
    every = [settled for _, settled in ledger]
    return _table(words["claims"], [[words.get(key, key), sum(found), len(found)] for key, found in [*rows, ("all", every)]])


def snippets(known: Known, language: str, name: str) -> str:
    """A list a chapter, which fits a phone: each snippet, where the site shows it, and its standing."""
    words, titles = known.words(language, "status"), {chapter: title for chapter, title, _ in known.chapters(language)}
    numbers = _numbered(known)
    parts = [words["json"].format(address=f"{known.root}snippets.json")]
    for chapter, group in groupby(known.scripts(), key=lambda file: file.partition("/")[0]):
        lines = [
            f'    - {_name(known, file, name)} <span class="state">{_standing(known, file, numbers, language)}</span>' for file in group
        ]
        fold = f'??? note "{words["fold"].format(number=len(lines))}"'
        parts.append(f"### {titles.get(chapter, chapter)} {{ #{chapter} }}\n\n{fold}\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


LISTS: dict[str, Callable[[Known, str, str], str]] = {
    "pages": pages,
    "chapters": chapters,
    "proven": proven,
    "glossary": glossary,
    "changes": changes,
    "errors": errors,
    "beliefs": beliefs,
    "states": states,
    "differ": differ,
    "versions": versions,
    "setups": setups,
    "claims": claims,
    "snippets": snippets,
}


def _standing(known: Known, file: str, numbers: dict[tuple[str, ...], int], language: str) -> str:
    words = known.words(language, "status")
    cells = []
    for kind, (state, fact) in known.standings(file).items():
        if kind not in record.KINDS:  # of these the day and the seconds say nothing new
            if fact:
                cells.append(f'<span class="{state}">{_label(kind)}{"" if state == "proven" else f" {words[state]}"}</span>')
            continue
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


def _name(known: Known, file: str, here: str) -> str:
    """The snippet's name as a link to the first section that shows it, and its download."""
    path = PurePosixPath(file)
    return f'{_linked(known, file, here)} [.py]({known.relative(f"downloads/{file}", here)}){{ download aria-label="{path.name}" }}'


def _linked(known: Known, file: str, here: str) -> str:
    name, shown = PurePosixPath(file).stem, known.places(file)
    if not shown:
        return name
    page, section = shown[0]
    return f"[{name}]({known.relative(f'{page}.md', here)}{f'#{section}' if section else ''})"


def _label(setup: str) -> str:
    """`cpu` -> `CPU`, `torch-2.11` -> `torch 2.11`."""
    return setup.upper() if setup in record.KINDS else setup.replace("-", " ")


def _setups(known: Known, file: str) -> list[tuple[str, ...]]:
    proofs = known.proofs(file).items()
    return [(kind, fact.device, fact.torch, fact.python) for kind, (state, fact) in proofs if fact and state == "proven"]


def _numbered(known: Known) -> dict[tuple[str, ...], int]:
    every = sorted({setup for file in known.scripts() for setup in _setups(known, file)})
    return {setup: number for number, setup in enumerate(every, 1)}


def _reason(fact: Fact, language: str) -> str:
    """Why a run was skipped, without what was different on that machine."""
    reason = fact.reason.partition("\n")[0].partition(": ")[0]
    for pattern, korean in REASONS if language == "ko" else ():
        reason = re.sub(pattern, korean, reason)
    return literal(reason)


def _table(head: str, rows: list[list]) -> str:
    columns = head.count("|") + 1
    return "\n".join([f"| {head} |", f"|{' --- |' * columns}", *(f"| {' | '.join(map(str, row))} |" for row in rows)])
