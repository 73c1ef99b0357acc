"""The ledger of claims (data/claims.csv): which statements are judged, which page settles them and which snippet proves it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workshop.pages import load_pages
from workshop.snippet import ROOT, Snippet, SourceError, find, load, read

COLUMNS = ["id", "verdict", "page", "claim", "settled"]
VERDICTS = ("true", "true with a caveat", "wrong", "outdated", "typo", "error")


@dataclass(frozen=True)
class Claim:
    id: str
    verdict: str
    pages: tuple[str, ...]  # the first one owes it to its readers, the others may show it too
    claim: str
    settled: bool
    line: int


def ledger(root: Path = ROOT) -> dict[str, Claim]:
    """The claims by id.

    Raises:
        SourceError: a row that is no claim.
    """
    path, found = root / "data" / "claims.csv", {}
    reader = csv.DictReader(read(path).splitlines())
    for row in reader:
        values = [row.get(column) for column in COLUMNS]
        if None in values or None in row or row["verdict"] not in VERDICTS or row["settled"] not in ("yes", "") or row["id"] in found:
            mend = f"write {','.join(COLUMNS)}; an id once; verdict one of {', '.join(VERDICTS)}; settled `yes` or nothing"
            raise SourceError(path, reader.line_num, "not a claim", mend)
        found[row["id"]] = Claim(
            row["id"], row["verdict"], tuple(row["page"].split("|")), row["claim"], row["settled"] == "yes", reader.line_num
        )
    return found


def check(root: Path = ROOT) -> list[SourceError]:
    """What the ledger, the snippets' headers and the pages do not agree on."""
    claims, path = ledger(root), root / "data" / "claims.csv"
    named: dict[str, list[Snippet]] = defaultdict(list)
    for snippet in map(load, find(root / "snippets")):
        for claim in snippet.header.claims:
            named[claim].append(snippet)
    korean = load_pages("ko", root)
    return [
        *_unknown(named, claims),
        *_unsettled(path, claims, named, {name: {e.what.partition(":")[0] for e in page.of("embed")} for name, page in korean.items()}),
    ]


def _unknown(named: dict[str, list[Snippet]], claims: dict[str, Claim]) -> Iterator[SourceError]:
    for claim, snippets in named.items():
        if claim not in claims:
            for snippet in snippets:
                line = next((number for number, text in enumerate(snippet.lines, 1) if claim in text), 1)
                yield SourceError(snippet.path, line, f"there is no claim {claim!r}", "correct the id, or add the claim to data/claims.csv")


def _unsettled(
    path: Path, claims: dict[str, Claim], named: dict[str, list[Snippet]], embedded: dict[str, set[str]]
) -> Iterator[SourceError]:
    for claim in claims.values():
        snippets = [f"{snippet.chapter}/{snippet.path.name}" for snippet in named.get(claim.id, ())]
        shown = [page for page in claim.pages if embedded.get(page, set()) & set(snippets)]
        if snippets and not claim.settled:
            yield SourceError(
                path, claim.line, f"{claim.id} is named by {', '.join(snippets)} but not marked settled", "end the row with `yes`"
            )
        elif claim.settled and not snippets:
            yield SourceError(
                path,
                claim.line,
                f"{claim.id} is marked settled, but no snippet's header names it",
                "name it in the snippet whose output settles it",
            )
        elif claim.settled and not shown:
            mend = f"embed {', '.join(snippets)} there, or correct the column `page`"
            yield SourceError(path, claim.line, f"{claim.id} is not settled on {' or '.join(claim.pages)}", mend)
        elif not claim.settled and claim.pages[0] in embedded:
            mend = f"show on it what a run says to: {claim.claim}"
            yield SourceError(path, claim.line, f"{claim.pages[0]} is written but does not settle {claim.id}", mend)
