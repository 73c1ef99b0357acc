"""Is a figure the one that is committed?"""

from __future__ import annotations

import re
from pathlib import Path


def differs(committed: Path, drawn: bytes, measured: bool = False) -> str:
    """Why a figure is not the one that is committed; empty when it is.

    Its words are compared and how much it draws; from the same matplotlib also where, to 2 points, unless what it draws was `measured`.
    """
    if not committed.is_file():
        return "it is not committed"
    was, now = committed.read_bytes(), drawn
    if committed.suffix != ".svg":
        return "" if was[:24] == now[:24] else "its size changed"  # a PNG's signature, width and height
    words = [re.findall(r">([^<>]*[A-Za-z][^<>]*)<", data.decode("utf-8", "replace")) for data in (was, now)]
    if words[0] != words[1]:
        return "its words changed"
    shapes = [len(re.findall(rb"<(?:path|use|text|image)\b", data)) for data in (was, now)]
    if shapes[0] != shapes[1]:
        return f"it drew {shapes[0]} shapes and now draws {shapes[1]}"
    makers = [re.findall(rb"Matplotlib v[\d.]+", data) for data in (was, now)]
    if measured or makers[0] != makers[1]:
        return ""
    places = [[float(number) for number in re.findall(rb"(?<![\w#.])-?\d+\.?\d*(?![\w.])", data)] for data in (was, now)]
    same = len(places[0]) == len(places[1]) and all(abs(a - b) <= 2 for a, b in zip(*places, strict=True))
    return "" if same else "it draws in other places"
