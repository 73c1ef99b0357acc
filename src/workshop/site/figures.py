"""Figures in pages: the SVG that a snippet wrote is inlined and follows the colour scheme; a bitmap loads when it comes into view."""

from __future__ import annotations

import html
import re
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from proven.fault import Fault
from proven.script import ROOT

FIGURES = ROOT / "docs" / "figures"
_IMAGE = re.compile(r"<img ([^>]*?)/?>")
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_BLACK = re.compile(r"(?<![\w-])(#000000|#000|black)(?!\w)")
_WHITE = re.compile(r"(?<![\w-])(#ffffff|#fff|white)(?!\w)")
_PAGE = "var(--md-default-bg-color)"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for path in sorted(FIGURES.rglob("*.*")):
        name = path.relative_to(FIGURES.parent).as_posix()
        files.append(File(name, str(FIGURES.parent), config.site_dir, config.use_directory_urls))
    return files


def on_page_content(html: str, files: Files, **_: object) -> str:
    try:
        return _IMAGE.sub(lambda image: _figure(image, files), html)
    except Fault as error:
        raise PluginError(str(error)) from None


def _figure(image: re.Match, files: Files) -> str:
    attributes = {key: html.unescape(value) for key, value in re.findall(r'([\w-]+)="([^"]*)"', image[1])}
    _, _, name = unquote(attributes.get("src", "")).partition("figures/")
    file = files.get_file_from_path(f"figures/{name}")
    if not name.endswith(".svg"):
        size = _size(file.content_bytes) if file else ""
        return f'<img loading="lazy" decoding="async" {size}{image[1].strip()}>'
    if file is None:
        return image[0]  # MkDocs has already named the broken link
    prefix = re.sub(r"\W+", "-", name.removesuffix(".svg"))
    return inline(Path(file.abs_src_path or ""), attributes.get("alt", ""), prefix)


def _size(picture: bytes) -> str:
    """Width and height of a PNG, so that nothing moves when it arrives."""
    if not picture.startswith(b"\x89PNG"):
        return ""
    width, height = struct.unpack(">II", picture[16:24])
    return f'width="{width}" height="{height}" '


def inline(path: Path, alt: str, prefix: str) -> str:
    """The figure as one `<svg>` element: black is the text's colour, white boxes are the page's, ids begin with `prefix`.

    Raises:
        Fault: the file is not SVG.
    """
    try:
        root = ElementTree.fromstring(path.read_text("utf-8"))
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        line = getattr(error, "position", (1, 0))[0]
        raise Fault(path, line, f"not SVG: {error}", "run its snippet with --update") from None
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
