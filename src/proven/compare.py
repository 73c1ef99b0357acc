"""When is what was printed the same as what is recorded?"""

from __future__ import annotations

import re

from proven.script import SAMPLE

# A number that is not part of a word: `float32` and `conv1` stay words, `-1.5e-03` and `3.` are numbers.
_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?!\w)")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{4,}")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def same(recorded: str, printed: str, mark: str) -> bool:
    """Does a printed line agree with a recorded one?

    Numbers agree to the precision that is printed: a difference of one unit in the last recorded digit is allowed for a
    float, none for an integer. Memory addresses never differ. Runs of blanks count as one, because PyTorch pads columns.
    In a sample line numbers and quoted strings (a device's name) are free, the words are compared.
    """
    if mark == SAMPLE:
        return _form(recorded) == _form(printed)
    left, right = _ADDRESS.sub("0xADDRESS", recorded), _ADDRESS.sub("0xADDRESS", printed)
    if _words(left) != _words(right):
        return False
    return all(_close(a, b) for a, b in zip(_NUMBER.findall(left), _NUMBER.findall(right), strict=True))


def _words(text: str) -> str:
    text = re.sub(r"(?<=[\[(]) +", "", _NUMBER.sub("\0", text.rstrip()))  # `[ 1.5` and `[-1.5` differ in padding only
    return re.sub(r" +", " ", text)


def _form(text: str) -> str:
    return _words(_QUOTED.sub("''", _ADDRESS.sub("0", text)))


def _close(recorded: str, printed: str) -> bool:
    if recorded == printed:
        return True
    if not (is_float(recorded) and is_float(printed)):
        return False
    return abs(float(recorded) - float(printed)) <= 1.01 * _unit(recorded)


def is_float(number: str) -> bool:
    return "." in number or "e" in number.lower()


def _unit(number: str) -> float:
    """The value of one unit in the last digit of a printed number: 0.01 for `3.14`, 1e-05 for `1.23e-03`.

    A float without decimals (`3.`, `1e-03`) is printed so because it is a whole number: it counts as `3.0000`.
    """
    mantissa, _, exponent = number.lower().partition("e")
    decimals = len(mantissa.partition(".")[2]) or 4
    return 10.0 ** (int(exponent or 0) - decimals)
