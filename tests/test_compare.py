"""When two outputs are the same, and when two figures are."""

from pathlib import Path

import pytest

from proven import figure
from proven.compare import same
from proven.script import COMPARED, SAMPLE


@pytest.mark.parametrize(
    ("recorded", "printed", "agree"),
    [
        ("loss 0.1234", "loss 0.1235", True),  # one unit in the last digit
        ("loss 0.1234", "loss 0.1236", False),
        ("loss 0.12", "loss 0.1234", True),
        ("1.5e-03", "1.6e-03", True),
        ("1.5e-03", "1.5e-02", False),
        ("step 3", "step 4", False),  # integers are exact
        ("3", "3.0", False),
        ("tensor([6.])", "tensor([7.])", False),  # no decimals because it is whole, not because it was rounded
        ("tensor([6.])", "tensor([6.0000])", True),
        ("1e-03", "2e-03", False),
        ("tensor([ 0.5000, -1.0000])", "tensor([ 0.5001, -1.0000])", True),
        ("tensor([-0.0001])", "tensor([0.0000])", True),
        ("float32", "float64", False),  # digits inside a word are the word's
        ("<object at 0x7f12ab>", "<object at 0x55d0>", True),
        ("nan", "0.0", False),
        ("a  b", "a b", True),
        ("True", "False", False),
    ],
)
def test_compared_lines(recorded: str, printed: str, agree: bool) -> None:
    assert same(recorded, printed, COMPARED) is agree


@pytest.mark.parametrize(
    ("recorded", "printed", "agree"),
    [
        ("12.5 ms on 'CPU x'", "7 ms on 'GPU y'", True),
        ("12.5 ms", "12.5 s", False),
        ("3 of 4", "3", False),
    ],
)
def test_sample_lines(recorded: str, printed: str, agree: bool) -> None:
    assert same(recorded, printed, SAMPLE) is agree


FIGURE = '<svg><!-- Matplotlib v3.11.2, --><path d="M 10 20"/><text>loss</text></svg>'


@pytest.mark.parametrize(
    ("old", "new", "measured", "expected"),
    [
        ("M 10 20", "M 11.5 20", False, ""),
        ("M 10 20", "M 15 20", False, "it draws in other places"),
        ("M 10 20", "M 10 20 30 40", False, "it draws in other places"),
        ("M 10 20", "M 15 20", True, ""),  # measured times are elsewhere every day
        ("3.11.2, --><path d=\"M 10", "3.12.0, --><path d=\"M 15", False, ""),  # another matplotlib has other margins
        ("loss", "accuracy", True, "its words changed"),
        ("<text>", "<path/><text>", True, "it drew 2 shapes and now draws 3"),
    ],
)  # fmt: skip
def test_figures(tmp_path: Path, old: str, new: str, measured: bool, expected: str) -> None:
    committed = tmp_path / "figure.svg"
    assert figure.differs(committed, FIGURE.encode()) == "it is not committed"
    committed.write_text(FIGURE)
    assert figure.differs(committed, FIGURE.encode()) == ""
    assert figure.differs(committed, FIGURE.replace(old, new).encode(), measured) == expected
