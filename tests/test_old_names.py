"""The tables of old names say what their runs print: each old line was run, each new one too, and both languages list the same."""

import re

import pytest

from workshop.project import ROOT

LEAST = 60
WITHOUT = ("example_outputs", "torch.ao.quantization", "torchvision.io.read_video")  # nothing to run takes their place
_OLD = re.compile(r"^with today\(\):\n(?P<code>(?:    .*\n|\n(?=    ))+)(?P<said>(?:# [>~] .*\n)*)", re.MULTILINE)
_CODES = re.compile(r"`([^`]+)`")
_KIND = re.compile(r"\w+(?:Error|Warning)\b")


def page(language: str) -> str:
    return (ROOT / "docs" / language / "answers" / "old-names.md").read_text(encoding="utf-8")


def squeezed(code: str) -> str:
    """Code as one long word: how it is broken into lines makes no difference."""
    return re.sub(r",(?=[)\]}])", "", re.sub(r"\s+", "", code))


def rows(language: str) -> list[tuple[str, str, list[str]]]:
    """Each row of the tables with the snippets that its section embeds: old code, new code, what comes out."""
    found = []
    for section in re.split(r"^##+ ", page(language), flags=re.MULTILINE):
        embeds = re.findall(r'--8<-- "(answers/\w+\.py):', section)
        code = "".join((ROOT / "snippets" / name).read_text(encoding="utf-8") for name in dict.fromkeys(embeds))
        cells = re.findall(r"^\| (`.*?) \| (.*?) \| (.*?) \|$", section, re.MULTILINE)
        found += [(code, *row) for row in cells if "today" in code and "{ #kinds }" not in section]
    return found


def test_there_are_many_and_no_line_twice() -> None:
    listed = [row[1] for row in rows("en")]
    assert len(listed) >= LEAST
    assert len(set(listed)) == len(listed)


def test_both_languages_have_the_same_rows() -> None:
    both = [
        [(_CODES.findall(old), _CODES.findall(new), _KIND.findall(said)) for _, old, new, said in rows(language)]
        for language in ("ko", "en")
    ]
    assert both[0] == both[1]


@pytest.mark.parametrize("row", rows("en"), ids=lambda row: row[1])
def test_a_row_says_what_its_run_printed(row: tuple[str, str, str, str]) -> None:
    code, old, new, said = row
    blocks = [match for match in _OLD.finditer(code) if all(squeezed(part) in squeezed(match["code"]) for part in _CODES.findall(old))]
    assert blocks, f"no run of {old}"
    for block in blocks:
        assert _KIND.findall(said) == re.findall(r"^# [>~] (\w+(?:Error|Warning)):", block["said"], re.MULTILINE), block[0]
        assert said.startswith("runs") == ("# > runs" in block["said"]), block[0]
    rest = squeezed(_OLD.sub("", code))
    for part in _CODES.findall(new):
        assert squeezed(part) in rest, f"{part} is run nowhere"
    assert _CODES.findall(new) or any(name in old for name in WITHOUT), f"nothing in place of {old}"
