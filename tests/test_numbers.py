"""Numbers in prose: what a run on the page shows passes, everything else is named; the languages state the same ones."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from workshop.check import numbers
from workshop.project import ROOT, Site

KNOWN = 0  # rows of data/debt.csv: a mended page takes rows away, and nothing adds any

SNIPPET = """# /// script
# dependencies = []
# ///
\"\"\"Counts.\"\"\"

# --8<-- [start:count]
lr = 1e-3
rows = 1_024
print(f"{rows=} loss 0.8735")
# > rows=1024 loss 0.8735
print("took 2.41 s, 91.7% of 1,797")
# ~ took 2.41 s, 91.7% of 1,797
# --8<-- [end:count]
"""
PAGE = """---
title: {language}
description: d
search:
  boost: 0.2
---

# Title {{ #title }}

{text}

``` python
--8<-- "math/count.py:count"
```
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("snippets/math", "docs/ko/math", "docs/en/math", "data"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "snippets/math/count.py").write_text(SNIPPET, "utf-8")
    (tmp_path / "docs/figures/math").mkdir(parents=True)
    (tmp_path / "docs/figures/math/count.svg").write_text("<svg><text>31</text></svg>", "utf-8")
    return tmp_path


def found(root: Path, en: str, ko: str | None = None) -> list[str]:
    for language, text in (("en", en), ("ko", en if ko is None else ko)):
        (root / f"docs/{language}/math/count.md").write_text(PAGE.format(language=language, text=text), "utf-8")
    project = Site(root)
    return [f"{fault.path.parts[-3]}:{fault.line}: {fault.what}" for fault in numbers.check(project, project.all_pages())]


@pytest.mark.parametrize(
    "text",
    [
        "All 1024 rows, written 1,024, cost 0.8735.",
        "Rounded: 0.87, 87.35 %, 87 percent and 91.7%, about 2.4 s.",
        "`lr=0.001` is 1e-3, and `rows = 1_024`.",
        "Since 2.6 ([release notes](https://example.org/2.6)) it is the default.",
        "Since 2.6 it is the default <!-- source: release notes of PyTorch 2.6 -->.",
        "In 2.6 ([notes](https://example.org/2.6)). Since 2.6, then.",  # one source is enough for a page
        "![31 rows](../figures/math/count.svg)",
        "| a | b |\n|---|---|\n| 4711 <https://example.org> | 815 |",
        "ResNet-18, float32, CVE-2025-32434, `x4`, v2 and #77 are names.",
        "$2^{77}$ is a formula.",
        "[a page](count.md#title){ width=640 } <b style='x:99'>",
        "1. The first\n2. The second\n3. The third",
        "``` bash\nhead -n 50 file\n```\n\nIt shows 50 lines.",
    ],
)
def test_a_number_that_the_page_shows_or_that_names_its_source_passes(root: Path, text: str) -> None:
    assert found(root, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Costs 0.8736.", "0.8736"),
        ("Costs 0.88.", "0.88"),
        ("About 9 rows.", "9"),  # one digit is not a rounding
        ("Falls to -0.3.", "-0.3"),
        ("From 3-1024.", "3"),
        ("A batch of `1025`.", "1025"),
        ("**88 %** of them", "88"),
        ("!!! note\n    4711", "4711"),
        ("| a |\n|---|\n| 4711 |", "4711"),
        ("![31 rows](../figures/math/x.png)", "31"),
        ("## Of 31 rows { #rows }", "31"),
        ("It was 31. See [elsewhere](https://example.org).", "31"),
    ],
)
def test_a_number_that_nothing_shows_is_named(root: Path, text: str, number: str) -> None:
    faults = found(root, text)
    assert [fault.partition(": ")[2] for fault in faults] == [f"the number {number} stands in no code or output on this page"] * 2
    line = PAGE[: PAGE.index("{text}")].count("\n") + 1 + text[: text.rindex(number)].count("\n")
    assert {fault.rpartition(": the")[0] for fault in faults} == {f"en:{line}", f"ko:{line}"}


@pytest.mark.parametrize(
    ("en", "ko", "at"),
    [
        ("All 1024 rows.", "모두 1024개입니다.", []),
        ("Two of 1024.", "1024개 가운데 두 개입니다.", []),
        ("The loss is 0.8735, with 0.001.", "손실은 0.8735입니다.", ["en:10"]),
        ("The loss.", "손실은 0.8735입니다.", ["ko:10"]),
        ("0.8735 after 1024.", "0.8735 다음 0.8735.", ["ko:10", "en:10"]),
    ],
)
def test_the_languages_state_the_same_numbers(root: Path, en: str, ko: str, at: list[str]) -> None:
    assert [fault.partition(": ")[0] for fault in found(root, en, ko)] == at


def test_an_executed_task_is_a_proof(root: Path) -> None:
    (root / "snippets/math/count.tasks.toml").write_text(
        '[more-rows]\nchanges = [{ replace = "1_024", by = "4_711" }]\nprints = "> rows=4711"\n', "utf-8"
    )
    assert found(root, '``` python\n--8<-- "math/count.tasks.toml:more-rows"\n```\n\nIt is 4711.') == []


def test_a_known_fault_is_kept_until_it_is_mended(root: Path) -> None:
    (root / "data/debt.csv").write_text("check,language,page,what\nnumbers,en,math/count,31\nnumbers,ko,math/count,31\n", "utf-8")
    assert found(root, "It was 31.") == []
    assert [fault.partition(": ")[2] for fault in found(root, "It was 31 and 31.")] == [
        "the number 31 stands in no code or output on this page"
    ] * 2
    assert all("is no longer a fault" in fault for fault in found(root, "It was."))


def test_the_list_of_known_faults_only_shrinks() -> None:
    with (ROOT / "data/debt.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) <= KNOWN, "mend the page instead of adding a row"
