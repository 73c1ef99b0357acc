"""Formulas: what a page holds and what the reader gets."""

from __future__ import annotations

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

from workshop.site import maths  # noqa: E402

HEAD = "---\ntitle: x\ndescription: x\n---\n\n# x { #x }\n\n"


def convert(text: str) -> str:
    """What the site's own configuration makes of a text, and the search index keeps."""
    config = mkdocs_config.load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs).convert(text)


def render(path: Path, text: str) -> str:
    path.write_text(HEAD + text, "utf-8")
    return maths.on_post_page(convert(text), SimpleNamespace(file=SimpleNamespace(abs_src_path=str(path))))


def text_of(math: str) -> str:
    return "".join(ElementTree.fromstring(math).itertext())


def test_a_formula_in_a_line_and_one_of_its_own_become_mathml(tmp_path: Path) -> None:
    shown = render(tmp_path / "page.md", "So $w^2 < 3$ holds.\n\n$$\n\\frac{1}{n}\n\\sum_i x_i\n$$\n\n- in a list:\n\n    $$ a_1 $$\n")
    assert '<p>So <math display="inline" alttext="w^2 &lt; 3">' in shown
    assert shown.count('<math display="block"') == 2
    assert "<msup><mi>w</mi><mn>2</mn></msup>" in shown
    assert "arithmatex" not in shown
    assert "$" not in shown


def test_the_search_index_keeps_what_people_can_read() -> None:
    assert '<span class="arithmatex">w^2</span>' in convert("So $w^2$ holds.")


@pytest.mark.parametrize(
    "text",
    ["It costs $5, or $ 6 $ apart.", "`$HOME` and `$PATH`", "``` console\n$ echo $HOME $PATH\n$ ls\n```", "``` bash\nA=$B C=$D\n```"],
    ids=["money", "code", "console", "bash"],
)
def test_a_dollar_that_is_no_formula_stays(tmp_path: Path, text: str) -> None:
    shown = render(tmp_path / "page.md", text)
    assert "<math" not in shown
    assert shown.count("$") == text.count("$")
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/en/page.md").write_text(HEAD + text)
    assert pages.load_page(tmp_path / "docs/en/page.md", tmp_path).of("formula") == []


@pytest.mark.parametrize("tex", ["\\frac{1}{", "\\nosuch{x}", "a & b", "a^", "\\left( a"])
def test_a_formula_that_cannot_be_converted_stops_the_build_and_is_named(tmp_path: Path, tex: str) -> None:
    with pytest.raises(PluginError) as raised:
        render(tmp_path / "page.md", f"One line.\n\nThen ${tex}$.")
    assert str(raised.value).startswith(f"{tmp_path / 'page.md'}:10: not a formula: {tex} (")


def test_words_in_a_formula_belong_to_the_language_and_nothing_else_does(tmp_path: Path) -> None:
    def write(**texts: str) -> None:
        for language, text in texts.items():
            (tmp_path / "docs" / language).mkdir(parents=True, exist_ok=True)
            (tmp_path / "docs" / language / "page.md").write_text(HEAD + text, "utf-8")

    write(en="$$ \\text{mean} = \\frac{a}{2} $$", ko="$$ \\text{평균} = \\frac{a}{2} $$")
    assert list(parity.check(Site(tmp_path), Site(tmp_path).all_pages())) == []
    write(en="$$ \\text{mean} = \\frac{a}{3} $$")
    assert "formula" in str(next(parity.check(Site(tmp_path), Site(tmp_path).all_pages())))


def test_every_formula_of_the_pages_is_drawn_by_the_browser(built_site: Path, browser: object, serve: Callable[[Path], str]) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    drawn = 0
    for page in built_site.rglob("*.html"):
        if "<math" in page.read_text("utf-8"):
            tab.goto(serve(built_site) + page.parent.relative_to(built_site).as_posix() + "/")
            for box in tab.evaluate("[...document.querySelectorAll('math')].map(m => [m.clientHeight, m.clientWidth, m.scrollWidth])"):
                drawn += 1
                assert box[0] > 8, page
                assert box[2] <= 328, page  # the text of a phone is that wide
    tab.close()
    assert drawn > 8
