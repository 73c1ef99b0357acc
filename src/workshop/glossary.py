"""The words of the Korean pages: data/glossary.csv says which rendering is ours and which are not used."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from proven.fault import Fault, read
from proven.script import ROOT
from workshop.page import Page, load_pages

_ADDRESS = re.compile(r"\]\([^)]*\)|<?https?://\S+")


def terms(root: Path = ROOT) -> dict[str, tuple[str, list[str]]]:
    """For each avoided rendering the right one, and the words that only begin like it (column `allow`).

    Raises:
        Fault: a row that cannot be, or a rendering that one row asks for and another one avoids.
    """
    path = root / "data" / "glossary.csv"
    rows = list(enumerate(csv.DictReader(read(path).splitlines()), 2))
    right = {row["ko"] for _, row in rows}
    avoided: dict[str, tuple[str, list[str]]] = {}
    for line, row in rows:
        if None in row or None in row.values() or not row["en"] or not row["ko"]:
            raise Fault(path, line, "not a row of four columns", "write en,ko,avoid,allow; `|` between several, nothing for none")
        for word in filter(None, row["avoid"].split("|")):
            if word in right or word in avoided:
                raise Fault(path, line, f"{word!r} is the right word or avoided in another row", "keep it in one row")
            avoided[word] = row["ko"], [allowed for allowed in row["allow"].split("|") if allowed.startswith(word)]
    return avoided


def check(root: Path = ROOT) -> list[Fault]:
    avoided = terms(root)
    return [fault for page in load_pages("ko", root).values() for fault in _faults(page, avoided)]


def _faults(page: Page, avoided: dict[str, tuple[str, list[str]]]) -> Iterator[Fault]:
    # A word counts where it begins, whatever particle or ending follows: 로스 is found in 로스를, not in 크로스.
    words = re.compile(r"(?<![가-힣])(?:" + "|".join(map(re.escape, sorted(avoided, key=len, reverse=True))) + ")")
    prose = _ADDRESS.sub(lambda address: " " * len(address[0]), page.prose).replace(
        "\n", " "
    )  # same length: a term may be broken over two lines
    for match in words.finditer(prose) if avoided else ():
        right, allowed = avoided[match[0]]
        if not any(prose.startswith(word, match.start()) for word in allowed):
            line = page.prose.count("\n", 0, match.start()) + 1
            yield Fault(page.path, line, f"{match[0]!r} is not our word", f"write {right!r} (data/glossary.csv)")
