"""The ledger of claims (data/claims.csv): which statements are judged, which page settles them and which snippet proves it."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from proven.fault import Fault, read
from proven.script import ROOT, Script, find, load
from workshop.page import load_pages

COLUMNS = ["id", "verdict", "page", "claim", "settled"]
VERDICTS = ("true", "true with a caveat", "wrong", "outdated", "typo", "error")


@dataclass(frozen=True)
class Claim:
    id: str
    verdict: str
    pages: tuple[str, ...]  # the first one owes it to its readers, it is settled on any of them
    claim: str
    settled: bool
    line: int


def ledger(root: Path = ROOT) -> dict[str, Claim]:
    """The claims by id.

    Raises:
        Fault: a row that is no claim.
    """
    path, found = root / "data" / "claims.csv", {}
    reader = csv.DictReader(read(path).splitlines())
    for row in reader:
        values = [row.get(column) for column in COLUMNS]
        if None in values or None in row or row["verdict"] not in VERDICTS or row["settled"] not in ("yes", "") or row["id"] in found:
            mend = f"write {','.join(COLUMNS)}; an id once; verdict one of {', '.join(VERDICTS)}; settled `yes` or nothing"
            raise Fault(path, reader.line_num, "not a claim", mend)
        found[row["id"]] = Claim(
            row["id"], row["verdict"], tuple(row["page"].split("|")), row["claim"], row["settled"] == "yes", reader.line_num
        )
    return found


def check(root: Path = ROOT) -> list[Fault]:
    """What the ledger, the snippets' headers and the pages do not agree on."""
    path, claims, named = root / "data" / "claims.csv", ledger(root), defaultdict(list)
    for snippet in map(load, find(root / "snippets")):
        for claim in snippet.header.claims:
            named[claim].append(snippet)
    embedded = {name: {item.what.partition(":")[0] for item in page.of("embed")} for name, page in load_pages("ko", root).items()}
    unknown = [_unknown(snippet, id) for id, snippets in named.items() if id not in claims for snippet in snippets]
    return unknown + [fault for claim in claims.values() if (fault := _unsettled(path, claim, named[claim.id], embedded))]


def _unknown(snippet: Script, id: str) -> Fault:
    line = next((number for number, text in enumerate(snippet.lines, 1) if id in text), 1)
    return Fault(snippet.path, line, f"there is no claim {id!r}", "correct the id, or add the claim to data/claims.csv")


def _unsettled(path: Path, claim: Claim, snippets: list[Script], embedded: dict[str, set[str]]) -> Fault | None:
    names = {f"{snippet.chapter}/{snippet.path.name}" for snippet in snippets}
    listed = ", ".join(sorted(names))
    if names and not claim.settled:
        fault, mend = f"{listed} names it, but it is not marked settled", "end the row with `yes`"
    elif claim.settled and not names:
        fault, mend = "marked settled, but no snippet names it", "name it in the header of the snippet whose output settles it"
    elif claim.settled and not any(embedded.get(page, set()) & names for page in claim.pages):
        fault, mend = f"not settled on {' or '.join(claim.pages)}", f"embed {listed} there, or correct the column `page`"
    else:
        return None
    return Fault(path, claim.line, f"{claim.id}: {fault}", mend)
