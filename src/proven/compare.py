"""When is what was printed the same as what is recorded?"""

from __future__ import annotations

import re

from proven.script import SAMPLE

# A number: `-1.5e-03`, `3.`, `1_000.5`, also with a unit behind it (`1.2345s`, `2.0000j`). Digits inside a word are the word's
# (`float32`, `conv1`), those of a version or an address too (`2.14.1`, `192.0.2.1`).
_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d(?:_?\d)*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\d.]*\.\d)(?!\d)")
_GLUED = re.compile(r"(?<=[a-z])\d+\.\d{3,}(?![\d.])")  # `x0.3333`: a number for all that it stands behind a letter
_ADDRESS = re.compile(r"(?<=\bat )0x[0-9a-fA-F]+")
_QUOTED = re.compile(r"(?<!\w)(?:'[^']*'|\"[^\"]*\")(?!\w|\s*:)")  # no apostrophe, and no key of a dictionary
_LABEL = re.compile(r"^[\w =]*\d[\w =]*(?=: )")  # `num_workers=4: ` before what was measured with it

_DIGITS = 4  # significant digits of a float from which on the last one may differ by one: by a thousandth of the value at most


def same(recorded: str, printed: str, mark: str) -> bool:
    """Does a printed line agree with a recorded one?

    The digits that are printed are compared. Only a float that shows four significant digits or more may differ by one unit in the
    last of them: it was rounded, and another processor may round it otherwise. The address of an object (`at 0x7f...`) never differs. Runs of blanks count as one but for those that a line begins with, because PyTorch pads columns.
    In a sample line numbers and quoted strings (a device's name) are free; the words are compared, and the label that a line begins with.
    """
    if mark == SAMPLE:
        return _form(recorded) == _form(printed)
    left, right = _ADDRESS.sub("0xADDRESS", recorded), _ADDRESS.sub("0xADDRESS", printed)
    if _words(left) != _words(right):
        return False
    return all(_close(a, b) for a, b in zip(_numbers(left), _numbers(right), strict=True))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text) + _GLUED.findall(text)


def _words(text: str) -> str:
    text = re.sub(r"(?<=[\[(]) +", "", _GLUED.sub("\0", _NUMBER.sub("\0", text.rstrip())))  # `[ 1.5` and `[-1.5` differ in padding only
    return re.sub(r"(?<=[^ ]) +", " ", text)


def _form(text: str) -> tuple[str, str]:
    label = found[0] if (found := _LABEL.match(text)) else ""
    return " ".join(label.split()), _words(_QUOTED.sub("''", _ADDRESS.sub("0", text[len(label) :])))


def _close(recorded: str, printed: str) -> bool:
    if recorded == printed:
        return True
    then, now = (re.sub(r"[-+_]|[eE].*", "", number) for number in (recorded, printed))
    if "." not in then or "." not in now:
        return False
    decimals = {len(digits.partition(".")[2]) for digits in (then, now)}
    if len(decimals) == 2 and not (0 in decimals and max(decimals) >= _DIGITS):  # a whole tensor is `[6.]`, with others `[6.0000]`
        return False
    if max(len(digits.replace(".", "").lstrip("0")) for digits in (then, now)) < _DIGITS:
        return False
    unit = 10.0 ** (int(recorded.lower().partition("e")[2] or 0) - max(decimals))
    return abs(float(recorded) - float(printed)) <= 1.01 * unit
