"""When two outputs are the same, and when two figures are."""

from pathlib import Path

import pytest

from proven import figure
from proven.compare import same
from proven.script import COMPARED, SAMPLE


@pytest.mark.parametrize(
    ("recorded", "printed", "agree"),
    [
        # What is printed is compared, digit by digit.
        ("loss 0.12", "loss 0.1234", False),
        ("1.4", "1.5", False),
        ("accuracy 0.9", "accuracy 1.0", False),
        ("[0.1, 0.2, 0.3]", "[0.2, 0.3, 0.2]", False),
        ("loss 0.0", "loss 0.1", False),
        ("lr=0.001", "lr=0.002", False),
        ("1.5e-03", "1.6e-03", False),
        ("1.0e+00", "9.0e-01", False),
        ("1e-03", "2e-03", False),
        ("0.5", "0.5999", False),
        ("50.0%", "50.1%", False),
        ("step 3", "step 4", False),
        ("16777216.0", "16777217.0", False),
        ("3", "3.0", False),
        ("3.0", "3.", False),
        ("1.5 1.5", "1.6 1.4", False),
        ("tensor([6.])", "tensor([7.])", False),
        ("tensor([6.])", "tensor([6.0000])", True),
        # Only the last digit of four and more may differ, by one.
        ("loss 0.1234", "loss 0.1235", True),
        ("loss 0.1234", "loss 0.1236", False),
        ("1.5000e-03", "1.5001e-03", True),
        ("1.5000e-03", "1.5000e-02", False),
        ("tensor([ 0.5000, -1.0000])", "tensor([ 0.5001, -1.0000])", True),
        ("tensor([0.1000, 0.9000])", "tensor([0.9000, 0.1000])", False),
        ("1,234.5678 and 1_000.5", "1,234.5679 and 1_000.6", True),
        ("12:30:05.123", "12:30:05.124", True),
        ("0.1234/0.5678", "0.1235/0.5679", True),
        ("1.0000+2.0000j", "1.0000+2.0001j", True),
        ("took 1.2345s, x0.3333", "took 1.2346s, x0.3334", True),
        # The sign of zero, and what is no number, is compared.
        ("grad 0.0", "grad -0.0", False),
        ("-0", "0", False),
        ("tensor([0.0000])", "tensor([-0.0000])", False),
        ("nan", "0.0", False),
        ("inf", "-inf", False),
        ("True", "False", False),
        # Digits of words, versions, addresses, dates and names are no numbers.
        ("float32", "float64", False),
        ("torch 2.13.1", "torch 2.14.1", False),
        ("torch 2.1.1234", "torch 2.1.1235", False),
        ("192.0.2.1", "192.1.2.1", False),
        ("2026-11-27", "2026-11-28", False),
        ("section 3.1", "section 3.2", False),
        # Where an object lies differs; a value that is written in hexadecimal does not.
        ("<object at 0x7f12ab>", "<object at 0x55d0>", True),
        ("0xffff", "0x1234", False),
        ("hash 0xdeadbeefdeadbeef", "hash 0xdeadbeefdeadbeee", False),
        # Blanks pad columns, but not the beginning of a line.
        ("a  b", "a b", True),
        ("[ 1, 2]", "[1, 2]", True),
        ("a", "a   ", True),
        ("  indented", " indented", False),
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
        ("took 1.23s of 12ms, 1.5GB", "took 4.56s of 9ms, 13.6GB", True),  # units stand where they like
        ("3.1x faster", "0.2x faster", True),
        ("3.1x faster", "0.2x slower", False),
        ("100%|##| 5/5 [00:01<00:00, 3.21it/s]", "100%|##| 5/5 [00:02<00:00, 2.21it/s]", True),
        ("float32 at 3 ms", "float64 at 3 ms", False),
        ("loss 0.1", "loss nan", False),
        ("it isn't slow, isn't it", "it isn't fast, isn't it", False),  # an apostrophe is no quotation mark
        ("{'a': 'x', 'b': 2}", "{'a': 'y', 'b': 3}", True),
        ("{'a': 1}", "{'b': 1}", False),
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
