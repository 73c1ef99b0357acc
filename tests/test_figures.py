"""Figures can be read on a phone, and nothing moves when a picture arrives."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from workshop.project import ROOT

FIGURES = ROOT / "docs" / "figures"
PHONE = 358  # pixels that a phone of 390 leaves for the text
POINT = 4 / 3  # pixels


@pytest.mark.parametrize("path", sorted(FIGURES.rglob("*.svg")), ids=lambda path: path.stem)
def test_the_smallest_text_of_a_figure_can_be_read_on_a_phone(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text("utf-8"))
    fonts = [float(size) for size in re.findall(r"font(?:-size)?: ([\d.]+)px", path.read_text("utf-8"))]  # in the units of the viewBox
    if not fonts:  # text drawn as outlines: matplotlib's glyphs are scaled by size / 100
        fonts = [100 * float(scale) for scale in re.findall(r"scale\((0\.\d+) -", path.read_text("utf-8"))]
    assert fonts
    width = float(root.get("width").removesuffix("pt")) * POINT
    assert min(fonts) * POINT * min(1, PHONE / width) >= 8.5


def test_a_bitmap_has_its_size_and_loads_when_it_comes_into_view(built_site: Path) -> None:
    pages = [built_site / f"monitoring/{name}/index.html" for name in ("tensorboard", "tensorboard-charts")]
    images = [image for page in pages for image in re.findall(r'<img [^>]*figures/[^>]*\.png"[^>]*>', page.read_text("utf-8"))]
    assert len(images) == 5
    for image in images:
        name = re.search(r"figures/([\w/]+\.png)", image)[1]
        width, height = struct.unpack(">II", (FIGURES / name).read_bytes()[16:24])
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', image))
        expected = {"loading": "lazy", "decoding": "async", "width": str(width), "height": str(height)}
        assert expected.items() <= told.items()
