"""Is a figure the one that is committed? Judged by what it shows: words, colours, order and places."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_DRAWN = ("path", "use", "text", "image", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_GEOMETRY = ("d", "points", "transform", "x", "y", "width", "height", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_NEAR = 2.0  # points by which a shape may stand elsewhere
_SEEN = 48  # of 255 by which a pixel differs that one sees
_FEW = 0.001  # share of pixels that may differ so


@dataclass(frozen=True)
class Shape:
    """One thing that an SVG draws."""

    tag: str
    style: str  # colours, widths, dashes, font
    text: str
    form: str  # its geometry without the numbers
    numbers: tuple[float, ...]
    image: bytes


def differs(committed: Path, drawn: bytes, measured: bool = False) -> str:
    """Why a figure is not the one that is committed; empty when it is.

    Compared are words, colours, widths and dashes of all shapes in their order, and where they are, to 2 points. What was `measured` may
    be elsewhere and have other numbers at its axes. Another matplotlib has other margins and ticks: of it the words and the order of the
    colours are compared. Of a bitmap the pixels are compared.
    """
    if not committed.is_file():
        return "it is not committed"
    was, now = committed.read_bytes(), drawn
    if was == now:
        return ""
    if committed.suffix != ".svg":
        return _bitmap_differs(was, now, measured)
    try:
        before, after = list(_shapes(was)), list(_shapes(now))
    except (ElementTree.ParseError, ValueError) as error:
        return f"it is no SVG: {error}"
    if why := _first(_words(before), _words(after)):
        return f"its words changed: {why}"
    if _maker(was) != _maker(now):
        why = _first(_colours(before), _colours(after))
        return f"its colours changed: {why}" if why else ""
    if len(before) != len(after):
        return f"it drew {len(before)} shapes and now draws {len(after)}"
    for number, (then, here) in enumerate(zip(before, after, strict=True), 1):
        if (then.tag, then.style) != (here.tag, here.style):
            return f"its shape {number} was <{then.tag} {then.style}> and is <{here.tag} {here.style}>"
        if not measured and (why := _elsewhere(then, here)):
            return why
    return ""


def _elsewhere(then: Shape, here: Shape) -> str:
    if then.text != here.text:
        return f"its words changed: {then.text!r} is now {here.text!r}"
    near = all(abs(a - b) <= _NEAR for a, b in zip(then.numbers, here.numbers, strict=False))
    if then.form != here.form or len(then.numbers) != len(here.numbers) or not near:
        return "it draws in other places"
    return _bitmap_differs(then.image, here.image, measured=False) if then.image != here.image else ""


def _shapes(svg: bytes) -> Iterator[Shape]:
    for element in ElementTree.fromstring(svg).iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag not in _DRAWN:
            continue
        geometry = " ".join(f"{name}={element.get(name)}" for name in _GEOMETRY if element.get(name))
        link = next((value for name, value in element.items() if name.endswith("href")), "")
        image = base64.b64decode(link.partition("base64,")[2]) if tag == "image" else b""
        paint = " ".join(f"{name}: {element.get(name)};" for name in ("fill", "stroke", "opacity") if element.get(name))
        yield Shape(
            tag=tag,
            style=" ".join(f"{element.get('style', '')} {paint}".split()),
            text=" ".join("".join(element.itertext()).split()) if tag == "text" else "",
            form=" ".join(_NUMBER.sub("0", geometry).split()),
            numbers=tuple(map(float, _NUMBER.findall(geometry))),
            image=image,
        )


def _words(shapes: list[Shape]) -> list[str]:
    """The texts that are more than the number of a tick."""
    return [shape.text for shape in shapes if re.search(r"[^\W\d_]", shape.text)]


def _colours(shapes: list[Shape]) -> list[str]:
    """The colours in the order in which they first appear."""
    return list(dict.fromkeys(colour for shape in shapes for colour in re.findall(r"(?:fill|stroke): ?(#\w+)", shape.style)))


def _first(before: list[str], after: list[str]) -> str:
    """The first place where two lists differ, in words."""
    for then, now in zip(before, after, strict=False):
        if then != now:
            return f"{then!r} is now {now!r}"
    more = before[len(after) :] or after[len(before) :]
    return f"{more[0]!r} is {'gone' if len(before) > len(after) else 'new'}" if more else ""


def _maker(svg: bytes) -> list[bytes]:
    return re.findall(rb"Matplotlib v[\d.]+", svg)


def _bitmap_differs(was: bytes, now: bytes, measured: bool) -> str:
    from PIL import Image, ImageChops  # comes with what draws bitmaps

    try:
        before, after = (Image.open(io.BytesIO(data)).convert("RGBA") for data in (was, now))
    except (OSError, SyntaxError) as error:
        return f"it is no bitmap: {error}"
    if before.size != after.size:
        return f"its size was {before.size} and is {after.size}"
    if measured:
        return ""
    worst = ImageChops.difference(before, after).split()
    seen = ImageChops.lighter(ImageChops.lighter(worst[0], worst[1]), ImageChops.lighter(worst[2], worst[3])).point(
        lambda value: 255 * (value > _SEEN)
    )
    share = seen.histogram()[255] / (seen.size[0] * seen.size[1])
    return f"{share:.1%} of its pixels changed" if share > _FEW else ""
