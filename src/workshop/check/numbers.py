"""Is every number in the prose proven, and do the languages agree on it?

A number in text, tables, headings, alt texts, admonitions or backquotes stands in what the page embeds (code, output, an executed
task, the words of a figure), as it is or rounded to at least two digits. What no run here can show is a fact from outside: its sentence
or its table row links to its source, or holds `<!-- source: ... -->` where a link would not read well.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proven.fault import Fault, shown
from workshop.check import debt
from workshop.page import Page
from workshop.project import Site

_PROSE = re.compile(r"(?<![\w.#/])(?<!\d,)(?<![A-Za-z]-)[-−]?\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][+-]?\d+)?(?P<percent> ?%| ?percent|퍼센트)?")
# In code and output; the digits of `float32` and `v2` are none.
_CODE = re.compile(r"(?<![A-Za-z_\d.])-?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BACKQUOTES = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_NO_PROSE = re.compile(r"\]\([^)\n]*\)|\{[^{}\n]*\}|<[^<>\n]+>|\[\^[^\]\n]+\]|\b[A-Za-z]+(?:-\d+)+|^ *\d+\.(?= )", re.M)
_FRONT = re.compile(r"\A---\n(?:.*\n)*?---\n")
_OTHER_KEYS = re.compile(r"^(?!title:|description:).*$", re.M)
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)\]*]*\s+(?=\S)|\n\s*\n|\n(?=\s*(?:\||[-*+] |\d+\. |!!!|\?\?\?|#))")
_SOURCE = re.compile(r"\]\(\s*https?://|<https?://|<!--\s*source:\s*\S")
_SVG_TEXT = re.compile(r">([^<>]*\d[^<>]*)<")
# Numbers as words, from 0 on: one language says `two` where the other one says 2.
_WORDS = {
    "en": "no|none|nothing|zero|zeroe|never one|once|first|a|an|single two|twice|second|both|half|double|pair three|third four|fourth|quarter "
    "five|fifth six|sixth seven|seventh eight|eighth nine|ninth ten|tenth eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "ko": "영|없 하나|한|첫 둘|두|절반|반 셋|세 넷|네 다섯 여섯 일곱 여덟 아홉 열 열하나|열한 열둘|열두 열셋|열세 열넷|열네 열다섯 열여섯 "
    "열일곱 열여덟 열아홉 스물|스무",
}
_CUTS = ("heading", "embed", "figure", "diagram", "table", "admonition", "list", "reference")
_MORE = {
    "en": {
        0.5: "half",
        0.25: "quarter",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        90: "ninety",
        100: "hundred|hundredth",
        1000: "thousand",
        1e6: "million",
    },
    "ko": {0.5: "절반", 0.25: "4분의 1", 30: "서른", 40: "마흔", 50: "쉰", 100: "백", 1000: "천", 1e6: "백만"},
}


@dataclass(frozen=True)
class Number:
    """A number of the prose: its value without sign, how it is written, and where (an offset in the page's source)."""

    value: float
    text: str
    at: int
    percent: bool = False

    @property
    def decimals(self) -> int:
        return len(self.text.partition("e")[0].partition(".")[2])

    @property
    def digits(self) -> int:
        return len(re.sub(r"\D", "", self.text.lower().partition("e")[0]).lstrip("0"))


@dataclass(frozen=True)
class Stretch:
    line: int
    text: str
    numbers: list[Number]


def check(project: Site, pages: Mapping[str, Mapping[str, Page]]) -> Iterator[Fault]:
    """Numbers that nothing on their page proves, and numbers that only one language says."""
    unproven = [fault for named in pages.values() for page in named.values() for fault in _unproven(page, project)]
    yield from debt.kept(project, pages, "numbers", unproven)
    first, *others = project.languages
    for language in others:
        for name in pages[first].keys() & pages[language].keys():
            yield from _disagreeing(pages[first][name], pages[language][name])


def _unproven(page: Page, project: Site) -> Iterator[tuple[Page, str, Fault]]:
    said = [(number, bool(_SOURCE.search(page.source, *_sentence(page, number.at)))) for number in numbers(page)]
    from_outside = {number.value for number, has_source in said if has_source}  # one source is enough for a page
    shown_here = _proven(page, project) | from_outside
    for number, _ in said:
        if _is_proven(number, shown_here):
            continue
        line = page.source.count("\n", 0, number.at) + 1
        mend = "print it in a snippet of the page or in a task; a fact from outside links to its source in the same sentence"
        yield page, number.text, Fault(page.path, line, f"the number {number.text} stands in no code or output on this page", mend)


def _is_proven(number: Number, there: set[float]) -> bool:
    values = {number.value, number.value / 100} if number.percent else {number.value}
    if values & there:
        return True
    if number.digits < 2:
        return False
    rounded = (round(value * scale, number.decimals) for value in there for scale in ((1, 100) if number.percent else (1,)))
    return any(value == number.value for value in rounded)


def _proven(page: Page, project: Site) -> set[float]:
    """Every number that the page's embeds, figures and proofs show, without sign."""
    texts: list[str] = []
    for item in page.of("embed"):
        try:
            texts.append(project.source(item.what))
        except Fault:
            continue  # the check of the form says so
    facts = project.facts("cpu")
    for file in page.embedded:
        if fact := facts.get(project.name(project.scripts / file)):
            texts += [re.sub(r"(\d+\.\d+)\S*", r"\1", version) for version in (fact.torch, fact.python)]
    for item in page.of("figure"):
        path = project.figures / item.what.rpartition("figures/")[2]
        if path.suffix == ".svg" and path.is_file():
            texts += _SVG_TEXT.findall(path.read_text("utf-8"))
    texts += [item.what for item in page.of("fence")]
    return {value for text in texts for value in _values(text)}


def _values(code: str) -> Iterator[float]:
    for match in _CODE.finditer(code):
        yield abs(float(match[0].replace("_", "")))
    for match in _GROUPED.finditer(code):
        yield float(match[0].replace(",", ""))


def numbers(page: Page) -> list[Number]:
    """The numbers that a page's prose states, code in backquotes included, in order."""
    prose = page.prose
    for item in page.of("formula"):
        prose = prose[: item.span[0]] + " " * (item.span[1] - item.span[0]) + prose[item.span[1] :]
    if front := _FRONT.match(page.source):
        for key in _OTHER_KEYS.finditer(front[0]):
            prose = prose[: key.start()] + " " * len(key[0]) + prose[key.end() :]
    prose = _NO_PROSE.sub(lambda match: " " * len(match[0]), prose)
    found = [
        Number(abs(float(text.replace("−", "-").replace(",", ""))), text, match.start(), bool(match["percent"]))
        for match in _PROSE.finditer(prose)
        for text in [match[0].removesuffix(match["percent"] or "")]
    ]
    for code in _BACKQUOTES.finditer(page.text):
        for match in _CODE.finditer(code[2]):
            found.append(Number(abs(float(match[0].replace("_", ""))), match[0], code.start(2) + match.start()))
    return sorted(found, key=lambda number: number.at)


def _sentence(page: Page, at: int) -> tuple[int, int]:
    """Where the sentence or the table row at a place begins and ends."""
    row = re.compile(r"^ *\|.*$", re.M).search(page.source, page.source.rfind("\n", 0, at) + 1)
    if row and row.start() <= at < row.end():
        return row.span()
    ends = [0, *(match.end() for match in _SENTENCE.finditer(page.source)), len(page.source)]
    return max(end for end in ends if end <= at), min(end for end in ends if end > at)


def _disagreeing(ours: Page, theirs: Page) -> Iterator[Fault]:
    """Numbers that a stretch of the page has in one language only, neither in digits nor as a word."""
    stretches = _stretches(ours), _stretches(theirs)
    if len(stretches[0]) != len(stretches[1]):
        return  # the check of parity says so
    for here, there in zip(*stretches, strict=True):
        for (page, mine), (other, its) in itertools.permutations(((ours, here), (theirs, there)), 2):
            left, spelled = Counter(number.value for number in its.numbers), _spelled(its.text, other.language)
            for number in mine.numbers:
                left[number.value] -= 1
                if left[number.value] < 0 and number.value not in spelled:
                    what = f"the number {number.text} is said more often than at {shown(other.path)}:{its.line}, down to the next block"
                    yield Fault(page.path, page.source.count("\n", 0, number.at) + 1, what, "let both languages state the same numbers")


def _stretches(page: Page) -> list[Stretch]:
    """The page cut at everything that is the same in all languages: headings, embeds, figures, tables, rows."""
    cuts = {item.span[0] for kind in _CUTS for item in page.of(kind)}
    cuts |= {item.span[0] + match.end() for item in page.of("table") for match in re.finditer("\n", page.source[slice(*item.span)])}
    cuts |= {item.span[1] for item in page.of("table")}
    said = numbers(page)
    return [
        Stretch(page.source.count("\n", 0, start) + 1, page.prose[start:end], [number for number in said if start <= number.at < end])
        for start, end in itertools.pairwise([0, *sorted(cuts - {0}), len(page.source)])
    ]


def _spelled(text: str, language: str) -> set[float]:
    """The numbers that a text has as words."""
    named: dict[float, str] = {**dict(enumerate(_WORDS.get(language, "").split())), **_MORE.get(language, {})}
    begins, ends = (r"\b", r"s?\b") if language == "en" else ("(?<![가-힣])", "")  # in Korean a counter or a particle follows
    return {value for value, words in named.items() if re.search(f"{begins}(?:{words}){ends}", text, re.IGNORECASE)}
