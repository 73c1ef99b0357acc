"""Mermaid diagrams drawn ahead: the source stays in the page, the reader gets inline SVG.

scripts/draw_diagrams.py draws them; a drawing is named by its source, so a changed source has none until it is drawn again.
"""

from __future__ import annotations

import hashlib
import html
import re
import textwrap
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from proven import script
from proven.fault import Fault
from proven.script import ROOT
from workshop import page as pages
from workshop.site import figures
from workshop.site.languages import language

DRAWINGS = ROOT / "docs" / "diagrams"
DRAW = "run `uv run python scripts/draw_diagrams.py`"
WORDS = {"ko": "그림의 원본(Mermaid)", "en": "Source of the diagram (Mermaid)"}
# The colours of a drawing, which is light as it lies in its file, and what they are in a page.
COLOURS = {"#ffffff": "--md-default-bg-color", "#e6eef2": "--output-bg", "#6b93a8": "--output-mark", "#565a61": "--proof-color"}
_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}) *mermaid *$", re.M)
_BLOCK = re.compile(r'<div class="[^"]*highlight"[^>]* data-diagram="(?P<line>\d+)"[^>]*>(?P<body>.*?</code></pre>)</div>', re.S)


def drawing(source: str) -> Path:
    """The file of a diagram's drawing."""
    return DRAWINGS / f"{hashlib.sha256(_plain(source).encode()).hexdigest()[:12]}.svg"


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Keep each fence, as a text block that knows its line."""
    source = script.read(Path(page.file.abs_src_path or "")).replace("\r\n", "\n")
    before = source.removesuffix(markdown).count("\n") if source.endswith(markdown) else source.count("\n") - markdown.count("\n")

    def mark(fence: re.Match) -> str:
        line = before + markdown.count("\n", 0, fence.start()) + 1
        return f'{fence["indent"]}{fence["ticks"]} {{ .text data-diagram="{line}" }}'

    return _FENCE.sub(mark, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    try:
        return _BLOCK.sub(lambda block: _diagram(block, page, config), html)
    except Fault as error:
        raise PluginError(str(error)) from None


def _diagram(block: re.Match, page: Page, config: MkDocsConfig) -> str:
    source = _plain(html.unescape(re.sub(r"<[^>]+>", "", block["body"])))
    path = drawing(source)
    if not path.is_file():
        raise Fault(Path(page.file.abs_src_path or ""), int(block["line"]), "this diagram is not drawn as it reads now", DRAW)
    svg = figures.inline(path, ". ".join(pages.accessible(source)), f"diagram-{path.stem}")
    for colour, variable in COLOURS.items():
        svg = svg.replace(colour, f"var({variable})")
    kept = f'<pre tabindex="0"><code>{html.escape(source)}</code></pre>'
    words = WORDS[language(config)]
    return f'<div class="diagram">{svg}\n<details data-search-exclude><summary>{words}</summary>{kept}</details></div>'


def _plain(source: str) -> str:
    return textwrap.dedent(source).strip()
