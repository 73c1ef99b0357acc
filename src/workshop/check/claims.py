"""The ledger of claims (data/claims.csv) against the headers that settle them and the pages that owe them to their readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proven.fault import Fault
from proven.script import Script
from workshop.page import Page
from workshop.project import Site, key


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Names of claims that do not exist, and claims that a snippet settles on none of the pages that owe them."""
    first = next(iter(project.languages))
    settling = project.settling()
    embedded = {name: page.embedded for name, page in project.pages(first).items()}
    shown = {file for name in pages[first] for file in embedded[name]}
    whole = project.is_all(pages)
    for id, scripts in settling.items():
        if id not in project.claims:
            yield from (_unknown(script, id) for script in scripts if whole or key(script.path, project) in shown)
    for claim in project.claims.values():
        names = {key(script.path, project) for script in settling.get(claim.id, ())}
        if not names or not (whole or pages[first].keys() & set(claim.pages)):
            continue
        if not any(embedded.get(page, set()) & names for page in claim.pages):
            mend = f"embed {', '.join(sorted(names))} there, or correct the column `page`"
            yield Fault(project.data / "claims.csv", claim.line, f"{claim.id}: not settled on {' or '.join(claim.pages)}", mend)


def _unknown(script: Script, id: str) -> Fault:
    line = next((number for number, text in enumerate(script.lines, 1) if id in text), 1)
    return Fault(script.path, line, f"there is no claim {id!r}", "correct the id, or add the claim to data/claims.csv")
