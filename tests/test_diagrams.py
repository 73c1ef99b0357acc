"""Mermaid diagrams: what a page holds, what the reader gets, and what draws them."""

from __future__ import annotations

import importlib
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop import page as pages
from workshop.check import parity
from workshop.compile import pictures
from workshop.project import ROOT, Site

DRAWINGS = sorted((ROOT / "docs" / "diagrams").glob("*"))
SOURCE = """flowchart TB
    accTitle: {title}
    accDescr: {title} again.
    a["{label}"] -->|"{label}"| b
"""
HEAD = "---\ntitle: x\ndescription: x\n---\n\n# x { #x }\n\n"


def fence(source: str, indent: str = "") -> str:
    return "".join(f"{indent}{line}\n" for line in ["``` mermaid", *source.splitlines(), "```"])


def test_every_diagram_is_drawn_and_every_drawing_is_shown() -> None:
    shown = [item for named in Site().all_pages().values() for page in named.values() for item in page.of("diagram")]
    assert shown
    assert {ROOT / "docs" / pictures.drawing(item.text) for item in shown} == set(DRAWINGS)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_small_and_holds_nothing_but_shapes_and_text(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert path.stat().st_size < 6000
    assert int(root.get("width")) <= 400  # on a phone of 360 pixels its text is still 13 pixels high
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "polygon", "circle", "line", "text", "tspan", "marker", "defs"}
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", path.read_text("utf-8")))
    assert colours <= {*pictures.COLOURS}


def test_a_diagram_says_in_words_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "docs/en/a/page.md"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + fence("flowchart TB\n    accTitle: x\n    a --> b"))
    (fault,) = pages.load_page(path, tmp_path).faults
    assert (fault.line, "accDescr" in fault.mend) == (8, True)


@pytest.mark.parametrize(("change", "same"), [(("left", "왼쪽"), True), (("--> b", "--> c"), False)], ids=["words", "structure"])
def test_the_languages_share_the_structure_of_a_diagram_not_its_words(tmp_path: Path, change: tuple[str, str], same: bool) -> None:
    source = SOURCE.format(title="x", label="left").replace('-->|"left"|', "-->")
    for language, text in (("en", source), ("ko", source.replace(*change))):
        path = tmp_path / "docs" / language / "a/page.md"
        path.parent.mkdir(parents=True)
        path.write_text(HEAD + fence(text), "utf-8")
    assert (list(parity.check(Site(tmp_path), Site(tmp_path).all_pages())) == []) is same


@pytest.fixture(scope="module")
def draw(browser: object) -> Callable[[str], str]:
    """What the script makes of a source, in a browser that has Mermaid."""
    sys.path.insert(0, str(ROOT / "scripts"))
    script = importlib.import_module("draw_diagrams")
    if not script.MERMAID.is_file():
        reason = "no Mermaid: `uv run npm install --no-package-lock --prefix scripts`"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    tab = browser.new_page()
    tab.add_script_tag(path=script.MERMAID)
    return lambda source: script.draw(tab, source)


def test_a_drawing_of_today_is_as_those_that_are_kept(draw: Callable[[str], str], tmp_path: Path) -> None:
    source = SOURCE.format(title="x", label="left") + '    subgraph box["a box"]\n    b --> c\n    end\n    b -.-> a\n'
    (tmp_path / "drawing.svg").write_text(draw(source), "utf-8")
    test_a_drawing_is_small_and_holds_nothing_but_shapes_and_text(tmp_path / "drawing.svg")
    assert draw(source) == (tmp_path / "drawing.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("flowchart TB\n    a -->", "Parse error"),
        ("flowchart LR\n    a --> b --> c --> d --> e --> f --> g --> h", "cannot be read on a phone"),
    ],
    ids=["not Mermaid", "too wide"],
)
def test_what_cannot_be_drawn_is_refused(draw: Callable[[str], str], source: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        draw(source)
