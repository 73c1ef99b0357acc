"""Mermaid diagrams: what a page holds, what the reader gets, and what draws them."""

from __future__ import annotations

import importlib
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from proven.script import ROOT
from workshop import page as pages
from workshop.check import parity
from workshop.project import Site

mkdocs_config = pytest.importorskip("mkdocs.config", reason="the documentation packages are not installed: `uv sync`")
markdown = pytest.importorskip("markdown")

from mkdocs.exceptions import PluginError  # noqa: E402

from workshop.site import diagrams  # noqa: E402

SOURCE = """flowchart TB
    accTitle: {title}
    accDescr: {title} again.
    a["{label}"] -->|"{label}"| b
"""
HEAD = "---\ntitle: x\ndescription: x\n---\n\n# x { #x }\n\n"


def fence(source: str, indent: str = "") -> str:
    return "".join(f"{indent}{line}\n" for line in ["``` mermaid", *source.splitlines(), "```"])


def render(path: Path, text: str) -> str:
    """What the site's own configuration and the hook make of a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + text, "utf-8")
    config = mkdocs_config.load_config(str(ROOT / "mkdocs.yml"))
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(path)))
    kept = diagrams.on_page_markdown(text, page)
    converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return diagrams.on_page_content(converter.convert(kept), page, config)


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A diagram that has a drawing."""
    source = SOURCE.format(title="A & <B>", label="left")
    monkeypatch.setattr(diagrams, "DRAWINGS", tmp_path)
    diagrams.drawing(source).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><marker id="end"/><rect fill="#e6eef2" stroke="#6b93a8"/>'
        '<rect fill="#ffffff"/><path marker-end="url(#end)" stroke="#565a61"/><text>left</text></svg>'
    )
    return source


@pytest.mark.parametrize("indent", ["", "    "], ids=["alone", "in a list"])
def test_the_reader_gets_a_named_drawing_in_the_scheme_and_the_source(tmp_path: Path, drawn: str, indent: str) -> None:
    shown = render(tmp_path / "page.md", ("- x\n\n" if indent else "") + fence(drawn, indent))
    assert 'role="img" aria-label="A &amp; &lt;B&gt;. A &amp; &lt;B&gt; again."' in shown
    assert 'fill="var(--output-bg)" stroke="var(--output-mark)"' in shown
    assert 'fill="var(--md-default-bg-color)"' in shown
    assert re.search(r'<marker id="(diagram-\w+-end)"', shown)[1] in re.search(r'marker-end="url\(#([^)]+)\)"', shown)[1]
    assert "a[&quot;left&quot;] --&gt;|&quot;left&quot;| b" in shown
    assert "```" not in shown


def test_a_diagram_that_changed_stops_the_build_and_says_how_to_draw_it(tmp_path: Path, drawn: str) -> None:
    with pytest.raises(PluginError) as raised:
        render(tmp_path / "page.md", "One line.\n\n" + fence(drawn.replace("left", "right")))
    assert f"{tmp_path / 'page.md'}:10: this diagram is not drawn as it reads now" in str(raised.value)
    assert "uv run python scripts/draw_diagrams.py" in str(raised.value)


def test_a_page_reads_without_the_hook() -> None:
    config = mkdocs_config.load_config(str(ROOT / "mkdocs.yml"))
    converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    shown = converter.convert(fence(SOURCE.format(title="x", label="left")))
    assert "<pre>" in shown
    assert 'class="mermaid"' not in shown  # the theme would fetch Mermaid from elsewhere for it


def test_every_diagram_is_drawn_and_every_drawing_is_shown() -> None:
    shown = [item for language in pages.LANGUAGES for page in pages.load_pages(language).values() for item in page.of("diagram")]
    assert shown
    assert {diagrams.drawing(item.text) for item in shown} == set(diagrams.DRAWINGS.glob("*"))


@pytest.mark.parametrize("path", sorted(diagrams.DRAWINGS.glob("*")), ids=lambda path: path.stem)
def test_a_drawing_is_small_and_holds_nothing_but_shapes_and_text(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert path.stat().st_size < 6000
    assert int(root.get("width")) <= 400  # on a phone of 360 pixels its text is still 13 pixels high
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "polygon", "circle", "line", "text", "tspan", "marker", "defs"}
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", path.read_text("utf-8")))
    assert colours <= {*diagrams.COLOURS}


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
