"""Figures, diagrams and formulas as elements of the page: they follow its colours, need no script, print and read aloud.

The SVG of a figure is what its snippet drew; a diagram is drawn ahead by scripts/draw_diagrams.py, named by its source, so a changed
source has no drawing until it is drawn again; a formula becomes MathML.
"""

from __future__ import annotations

import hashlib
import html
import re
import struct
import textwrap
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from latex2mathml.converter import convert

from proven.fault import Fault
from workshop.compile.known import literal
from workshop.page import accessible

DRAW = "run `uv run python scripts/draw_diagrams.py`"
# The colours of a drawing, which is light as it lies in its file, and what they are in a page.
COLOURS = {"#ffffff": "--md-default-bg-color", "#e6eef2": "--output-bg", "#6b93a8": "--output-mark", "#565a61": "--proof-color"}
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_BLACK = re.compile(r"(?<![\w-])(#000000|#000|black)(?!\w)")
_WHITE = re.compile(r"(?<![\w-])(#ffffff|#fff|white)(?!\w)")
_PAGE = "var(--md-default-bg-color)"


def size(picture: bytes) -> str:
    """Width and height of a PNG as attributes, so that nothing moves when it arrives."""
    if not picture.startswith(b"\x89PNG"):
        return ""
    width, height = struct.unpack(">II", picture[16:24])
    return f'width="{width}" height="{height}"'


def figure(path: Path, drawn: str, alt: str, prefix: str) -> str:
    """A figure as one `<svg>` element: black is the text's colour, white boxes are the page's, ids begin with `prefix`.

    Raises:
        Fault: `drawn`, which was read from `path`, is not SVG.
    """
    try:
        root = ElementTree.fromstring(drawn)
    except ElementTree.ParseError as error:
        raise Fault(path, error.position[0], f"not SVG: {error}", "run its snippet with --update") from None
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{_SVG}style":  # it would reach the whole page; matplotlib's says how lines join, and inherits as well
                root.set("style", " ".join(re.findall(r"\{([^}]*)\}", child.text or "")))
            if child.tag in (f"{_SVG}style", f"{_SVG}title") or not child.tag.startswith(_SVG) or child.tag == f"{_SVG}metadata":
                parent.remove(child)
    _recolour(root, box=False)
    names = {node.get("id"): f"{prefix}-{node.get('id')}" for node in root.iter() if node.get("id")}
    for node in root.iter():
        for key, value in list(node.attrib.items()):
            if key == "id":
                node.set(key, names[value])
            elif key in ("href", _XLINK) and value.startswith("#"):
                del node.attrib[key]
                node.set("href", f"#{names.get(value[1:], value[1:])}")
            elif key == _XLINK:  # a picture inside the figure: HTML knows no other name for it
                del node.attrib[key]
                node.set("href", value)
            elif key == "d":  # half of a curve's weight is digits that no screen shows
                node.set(key, re.sub(r"(\.\d\d)\d+", r"\1", value))
            elif "url(#" in value:
                node.set(key, re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{names.get(m[1], m[1])})", value))
    root.attrib.update({"role": "img", "aria-label": alt, "class": "figure", "fill": "currentColor"})
    root.attrib.pop("version", None)
    ElementTree.register_namespace("", _SVG[1:-1])
    return re.sub(r"\s*\n\s*", "\n", ElementTree.tostring(root, encoding="unicode")).strip()


def _recolour(node: ElementTree.Element, box: bool) -> None:
    """Matplotlib puts what is drawn under white text into `patch_` groups: only there is white the page's own colour."""
    box = (box or node.get("id", "").startswith("patch_")) and not node.get("id", "").startswith("text_")
    for key in ("style", "fill", "stroke"):
        if value := node.get(key):
            value = _BLACK.sub("currentColor", value)
            node.set(key, _WHITE.sub(_PAGE, value) if box else value)
    for child in node:
        _recolour(child, box)


def drawing(source: str) -> str:
    """The name below docs/ of a diagram's drawing."""
    return f"diagrams/{hashlib.sha256(textwrap.dedent(source).strip().encode()).hexdigest()[:12]}.svg"


def diagram(path: Path, drawn: str, source: str, words: dict[str, str]) -> str:
    """A drawing with its source behind a fold.

    Raises:
        Fault: `drawn`, which was read from `path`, is not SVG.
    """
    svg = figure(path, drawn, ". ".join(accessible(source)), f"diagram-{path.stem}")
    for colour, variable in COLOURS.items():
        svg = svg.replace(colour, f"var({variable})")
    kept = f'<pre tabindex="0"><code>{html.escape(source)}</code></pre>'
    return f'<div class="diagram">{svg}\n<details><summary>{words["source"]}</summary>{kept}</details></div>'


def formula(tex: str, display: str) -> str:
    """The formula as a `<math>` element, with its TeX as what programs read aloud or copy; what Markdown would read in it is escaped.

    Raises:
        ValueError: it cannot be converted, or only in part.
    """
    try:
        math = ElementTree.fromstring(convert(tex, display=display))
    except Exception as error:  # the converter has a class of its own for each fault, and no common one
        raise ValueError(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).removesuffix(" Error")) from None
    if unknown := [node.text for node in math.iter() if (node.text or "").startswith(("\\", "&"))]:
        raise ValueError(f"unknown: {unknown[0]}")
    for node in math.iter():
        node.tag = node.tag.rpartition("}")[2]
    return _element(math, {"alttext": tex} | math.attrib)


def _element(node: ElementTree.Element, attributes: dict[str, str]) -> str:
    said = "".join(f' {key}="{literal(value).replace(chr(34), "&#34;")}"' for key, value in attributes.items())
    inside = literal(node.text or "") + "".join(_element(child, child.attrib) + literal(child.tail or "") for child in node)
    return f"<{node.tag}{said}>{inside}</{node.tag}>"
