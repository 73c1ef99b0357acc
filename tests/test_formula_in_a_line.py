"""A formula in a line stays in its line, wherever in the paragraph it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from workshop import page as pages
from workshop.compile.page import _formula

markdown = pytest.importorskip("markdown", reason="the documentation packages are not installed: `uv sync`")


@pytest.mark.parametrize("text", ["$x_i$ is first.", "A line\n$x_i$ goes on.", "The last is $x_i$"], ids=["first", "after a break", "last"])
def test_a_paragraph_with_a_formula_is_one_paragraph(tmp_path: Path, text: str) -> None:
    path = tmp_path / "docs/en/page.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\ntitle: x\ndescription: x\n---\n\n# x {{ #x }}\n\n{text}\n", "utf-8")
    page = pages.load_page(path, tmp_path)
    (item,) = page.of("formula")
    compiled = text.replace("$x_i$", _formula(cast("Any", None), "en", page, item))
    shown = markdown.markdown(compiled, extensions=["md_in_html"])
    assert shown.count("<p>") == 1
    assert shown.startswith("<p>")
    assert shown.endswith("</p>")
