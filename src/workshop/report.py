"""Sentences that generalise, beside what their section shows: for whoever reviews a page, not a check.

A rule is not drawn from one run. Each such sentence asks: which of these outputs could have refuted it?
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from proven.fault import Fault, shown
from proven.script import is_recorded
from workshop.page import Page
from workshop.project import Site

# Words that make a rule of a run. In Korean endings follow, so the stems are looked for.
GENERAL = {
    "en": re.compile(
        r"\b(?:always|never|only|all|every|any|no(?: one|body|thing)?|none|nowhere|everywhere|must|cannot|can't|stops?|grows?|shrinks?|hardly|barely|"
        r"almost|nearly|about as|better|worse|best|worst|faster|slower|fastest|slowest|cheaper|safer|twice|half|double|same|usually|often|"
        r"rarely|seldom|silently|free|costs? nothing|makes no difference|does not matter|enough)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"언제나|항상|늘 |절대|결코|반드시|모두|모든|전부|아무도|아무것도|하나뿐|뿐입니다|뿐이|오직|오로지|만 됩니다|없습니다|못합니다|"
        r"안 됩니다|멈춥니다|멈추|커집니다|늘어납니다|줄어듭니다|거의|겨우|낫습니다|나쁩니다|좋습니다|빠릅니다|느립니다|빨라|느려|두 배|절반|"
        r"똑같|그대로|보통|대개|흔히|드물|조용히|공짜|상관없|충분"
    ),
}
LINES = 12  # of output shown for a section
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s*(?:[|#>]|[-*+] |\d+\. |!!!|\?\?\?))")


def sentences(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[str]:
    """The lines of the report: under each section its sentences that generalise, then what its code prints."""
    for named in pages.values():
        for page in named.values():
            yield from _of_page(project, page)


def _of_page(project: Site, page: Page) -> Iterator[str]:
    heads = page.of("heading")
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        start, end = 0 if head is heads[0] else head.span[0], following.span[0] if following else len(page.source)
        found = list(_general(page, start, end))
        if not found:
            continue
        yield f"{shown(page.path)}:{head.line}: {head.text}"
        yield from found
        embeds = [item.what for item in page.of("embed") if start <= item.span[0] < end]
        printed = [line for embed in embeds for line in _printed(project, embed)]
        yield from (f"      {line}" for line in printed[:LINES])
        if not printed:
            yield "      (this section shows no output)"
        elif printed[LINES:]:
            yield f"      ... and {len(printed) - LINES} lines more"


def _general(page: Page, start: int, end: int) -> Iterator[str]:
    general = GENERAL.get(page.language)
    if general is None:  # nobody has listed the words of this language
        return
    cuts = [start, *(start + match.end() for match in _SENTENCE.finditer(page.prose[start:end])), end]
    for a, b in itertools.pairwise(cuts):
        if words := list(dict.fromkeys(match[0].strip().lower() for match in general.finditer(page.prose[a:b]))):
            line = page.source.count("\n", 0, a + len(page.text[a:b]) - len(page.text[a:b].lstrip())) + 1
            yield f"  {line}: [{', '.join(words)}] {' '.join(page.text[a:b].split())}"


def _printed(project: Site, embed: str) -> Iterator[str]:
    try:
        text = project.source(embed)
    except Fault:
        return  # the check of the blocks says so
    yield from (line for line in text.split("\n") if is_recorded(line))
