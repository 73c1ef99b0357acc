"""Formulas as MathML, made by the build: the browser draws them without a script, on paper and from disk too.

The conversion is the last step of a page, so the search index keeps the TeX that people can read.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from latex2mathml.converter import convert
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from proven import script
from proven.fault import Fault

_FORMULA = re.compile(r'<(span|div) class="arithmatex">(.*?)</\1>', re.S)


def on_post_page(output: str, page: Page, **_: object) -> str:
    def replace(formula: re.Match) -> str:
        tex = html.unescape(formula[2]).strip()
        try:
            return mathml(tex, "block" if formula[1] == "div" else "inline")
        except ValueError as error:
            path = Path(page.file.abs_src_path or "")
            line = script.read(path).partition(tex.splitlines()[0])[0].count("\n") + 1
            raise PluginError(str(Fault(path, line, f"not a formula: {tex} ({error})", "correct the TeX"))) from None

    return _FORMULA.sub(replace, output)


def mathml(tex: str, display: str) -> str:
    """The formula as a `<math>` element, with its TeX as what programs read aloud or copy.

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
    math.set("alttext", tex)
    return ElementTree.tostring(math, encoding="unicode")
