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
# Attributes whose numbers may be a little different.
_GEOMETRY = ("d", "points", "transform", "x", "y", "width", "height", "viewBox", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_NEAR = 2.0  # points by which a shape may stand elsewhere
_SEEN = 48  # of 255 by which a pixel differs that one sees
_FEW = 0.001  # share of pixels that may differ so


@dataclass(frozen=True)
class Element:
    """One element of an SVG: a shape that it draws, or what says how, as a group or a style sheet."""

    depth: int  # in how many others it stands
    tag: str
    style: str  # colours, widths, dashes, font and every other attribute that is no geometry; ids by the order in which they appear
    text: str
    form: str  # its geometry without the numbers
    numbers: tuple[float, ...]
    image: bytes

    @property
    def name(self) -> str:
        return self.tag.rpartition("}")[2]


def differs(committed: Path, drawn: bytes, measured: bool = False, pinned: str = "") -> str:
    """Why a figure is not the one that is committed; empty when it is.

    Compared is every element in its order: words, colours, widths and dashes, groups and style sheets, and where they are, to 2 points.
    What was `measured` may be elsewhere and have other numbers at its axes. What is committed was drawn by the `pinned` matplotlib.
    Another one has other margins and ticks: where it runs, the words and the order of the colours are compared. Of a bitmap the pixels
    are compared.
    """
    if not committed.is_file():
        return "it is not committed"
    was, now = committed.read_bytes(), drawn
    if was == now:
        return _foreign(now, pinned) if committed.suffix == ".svg" else ""
    if committed.suffix != ".svg":
        return _bitmap_differs(was, now, measured)
    try:
        before, after = list(_elements(was)), list(_elements(now))
    except (ElementTree.ParseError, ValueError) as error:
        return f"it is no SVG: {error}"
    if why := _foreign(was, pinned):
        return why
    if why := _first(_words(before), _words(after)):
        return f"its words changed: {why}"
    if not same_maker(was, now):
        why = _first(_colours(before), _colours(after))
        return f"its colours changed: {why}" if why else ""
    shapes, draws = ([element for element in elements if element.name in _DRAWN] for elements in (before, after))
    if len(shapes) != len(draws):
        return f"it drew {len(shapes)} shapes and now draws {len(draws)}"
    if why := _first(*([f"<{element.name}>, {element.depth} deep" for element in elements] for elements in (before, after))):
        return f"its elements changed: {why}"
    number = 0
    for then, here in zip(before, after, strict=True):
        number += then.name in _DRAWN
        if (then.tag, then.style) != (here.tag, here.style):
            which = f"shape {number}" if then.name in _DRAWN else "element"
            return f"its {which} was <{_said(then)}> and is <{_said(here)}>"
        if why := _elsewhere(then, here, measured):
            return why
    return ""


def _foreign(svg: bytes, pinned: str) -> str:
    """Was a figure drawn by another matplotlib than the pinned one, or by nobody that says so? Of such a one too little would be compared."""
    made = [name.decode() for name in _maker(svg)]
    if not pinned or made == [f"Matplotlib v{pinned}"]:
        return ""
    return f"it was drawn by {' and '.join(made) or 'something else than matplotlib'}, matplotlib {pinned} is pinned"


def _said(element: Element) -> str:
    return f"{element.name} {element.style}".strip()


def _elsewhere(then: Element, here: Element, measured: bool) -> str:
    free = measured and then.name in (*_DRAWN, "g", "tspan")
    if then.text != here.text and not free:
        return f"its words changed: {then.text!r} is now {here.text!r}"
    near = all(abs(a - b) <= _NEAR for a, b in zip(then.numbers, here.numbers, strict=False))
    if not free and (then.form != here.form or len(then.numbers) != len(here.numbers) or not near):
        return "it draws in other places"
    return _bitmap_differs(then.image, here.image, measured) if then.image != here.image else ""


def _elements(svg: bytes) -> Iterator[Element]:
    ids: dict[str, str] = {}  # what an id is called here, so that one that is computed from a last digit makes no difference
    waiting = [(0, ElementTree.fromstring(svg))]
    while waiting:
        depth, element = waiting.pop()
        waiting += [(depth + 1, child) for child in reversed(element)]
        yield _element(depth, element, ids)


def _element(depth: int, element: ElementTree.Element, ids: dict[str, str]) -> Element:
    def named(value: str) -> str:
        """An id, or the ids that are referred to in a value."""
        return re.sub(r"#([^\s()\"']+)", lambda found: ids.setdefault(found[0], f"#{len(ids) + 1}"), value)

    tag = str(element.tag)
    name = tag.rpartition("}")[2]
    link = next((value for name, value in element.items() if name.endswith("href")), "")
    image = link.startswith("data:image/png;base64,")
    geometry = " ".join(f"{name}={element.get(name)}" for name in _GEOMETRY if element.get(name))
    paint = []
    for key, value in element.items():
        short = key.rpartition("}")[2]
        if short == "id":
            paint.append(f"id: {named('#' + value)};")
        elif short in ("href", "clip-path") and not image:
            paint.append(f"{short}: {named(value)};")
        elif key not in (*_GEOMETRY, "style") and not (short == "href" and image):
            paint.append(f"{short}: {value};")
    style = re.sub(r"url\([^)]*\)", lambda found: named(found[0]), element.get("style", ""))
    words = element.itertext() if name == "text" else (element.text or "", *(child.tail or "" for child in element))
    return Element(
        depth=depth,
        tag=tag,
        style=" ".join(f"{style} {' '.join(sorted(paint))}".split()),
        text=" ".join("".join(words).split()),
        form=" ".join(_NUMBER.sub("0", geometry).split()),
        numbers=tuple(map(float, _NUMBER.findall(geometry))),
        image=base64.b64decode(link.partition("base64,")[2]) if image else b"",
    )


def _words(elements: list[Element]) -> list[str]:
    """The texts that are more than the number of a tick."""
    return [element.text for element in elements if element.name == "text" and re.search(r"[^\W\d_]", element.text)]


def _colours(elements: list[Element]) -> list[str]:
    """The colours in the order in which they first appear."""
    found = (re.findall(r"(?:fill|stroke): ?(#\w+)", element.style) for element in elements if element.name in _DRAWN)
    return list(dict.fromkeys(colour for colours in found for colour in colours))


def _first(before: list[str], after: list[str]) -> str:
    """The first place where two lists differ, in words."""
    for then, now in zip(before, after, strict=False):
        if then != now:
            return f"{then!r} is now {now!r}"
    more = before[len(after) :] or after[len(before) :]
    return f"{more[0]!r} is {'gone' if len(before) > len(after) else 'new'}" if more else ""


def same_maker(one: bytes, other: bytes) -> bool:
    """Were two figures drawn by the same version of matplotlib?"""
    return _maker(one) == _maker(other)


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
