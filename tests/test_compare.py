"""When two outputs are the same, and when two figures are."""

import base64
import io
import re
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from proven import figure
from proven.compare import same
from proven.project import Project
from proven.script import COMPARED, SAMPLE
from workshop.project import ROOT


def bitmap(colour: str, size: tuple[int, int] = (8, 8), comment: str = "") -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", comment)
    Image.new("RGB", size, colour).save(data := io.BytesIO(), "PNG", pnginfo=info)
    return data.getvalue()


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
        ("num_workers=4: 1.5 s", "num_workers=4: 9.5 s", True),  # what a line begins with says what was measured
        ("num_workers=4: 1.5 s", "num_workers=2: 1.5 s", False),
        ("batch   64:   32 steps", "batch  64:  33 steps", True),
        ("batch 64: 32 steps", "batch 8: 32 steps", False),
        ("12:30:01 epoch: 3 s", "12:30:59 epoch: 3 s", True),
        ("Python 3.11: 'fork'", "Python 3.14: 'forkserver'", True),
        ("it isn't slow, isn't it", "it isn't fast, isn't it", False),  # an apostrophe is no quotation mark
        ("{'a': 'x', 'b': 2}", "{'a': 'y', 'b': 3}", True),
        ("{'a': 1}", "{'b': 1}", False),
    ],
)
def test_sample_lines(recorded: str, printed: str, agree: bool) -> None:
    assert same(recorded, printed, SAMPLE) is agree


FIGURE = """<svg xmlns="http://www.w3.org/2000/svg"><metadata><title>Matplotlib v3.11.2, https://matplotlib.org/</title></metadata>
<path d="M 10 20 L 30 40" style="fill: none; stroke: #1f77b4"/><path d="M 50 60 L 70 80" style="fill: none; stroke: #ff7f0e; stroke-width: 1.5"/>
<text x="1" y="2">loss</text><text x="3" y="4">0.5</text></svg>"""
RED, BLUE = (base64.b64encode(data).decode() for data in (bitmap("red"), bitmap("blue")))


@pytest.mark.parametrize(
    ("old", "new", "measured", "expected"),
    [
        ("M 10 20", "M 11.5 20", False, ""),
        ("M 10 20", "M 15 20", False, "it draws in other places"),
        ("L 30 40", "L 30 40 L 50 60", False, "it draws in other places"),
        ("M 10 20 L", "M 10 20 M", False, "it draws in other places"),
        ('x="3"', 'x="9"', False, "it draws in other places"),
        ("M 10 20", "M 15 20", True, ""),  # measured times are elsewhere every day
        ("0.5", "0.7", True, ""),  # and so are the ticks of their axis
        ("0.5", "0.7", False, "its words changed: '0.5' is now '0.7'"),
        ("loss", "accuracy", True, "its words changed: 'loss' is now 'accuracy'"),
        ("loss", "손실", True, "its words changed: 'loss' is now '손실'"),
        ("<text", "<path/><text", True, "it drew 4 shapes and now draws 6"),
        ("1f77b4", "ff7f0e", True, "its shape 1 was <path fill: none; stroke: #1f77b4> and is <path fill: none; stroke: #ff7f0e>"),
        ("stroke-width: 1.5", "stroke-width: 1.5; stroke-dasharray: 4", False, "its shape 2 was "),
        ("</svg>", "", False, "it is no SVG: "),
        # Another matplotlib has other margins; words and colours are the same.
        ('v3.11.2, https://matplotlib.org/</title></metadata>\n<path d="M 10', 'v3.12.0, https://matplotlib.org/</title></metadata>\n<path d="M 15', False, ""),
        ('v3.11.2, https://matplotlib.org/</title></metadata>\n<path d="M 10', 'v3.12.0, </title></metadata><path/><path d="M 15', False, ""),
    ],
)  # fmt: skip
def test_figures(tmp_path: Path, old: str, new: str, measured: bool, expected: str) -> None:
    committed = tmp_path / "figure.svg"
    assert figure.differs(committed, FIGURE.encode()) == "it is not committed"
    committed.write_text(FIGURE, "utf-8")
    assert figure.differs(committed, FIGURE.encode()) == ""
    assert old in FIGURE
    said = figure.differs(committed, FIGURE.replace(old, new).encode(), measured)
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


PINNED = Project(ROOT).pinned("matplotlib")
BY_HAND = {
    "a word": ("</svg>", '<text x="100" y="50">Adam wins</text></svg>', "its words changed"),
    "a curve": ("</svg>", '<path d="M 0 0 L 300 10" style="stroke: #ff0000"/></svg>', "it drew 67 shapes and now draws 66"),
    "a colour": ("fill: #1f77b4", "fill: #d62728", "its shape "),
    "a width": ("<path d", '<path stroke-width="9" d', "its shape 1"),
    "a shape out of sight": ("<path d", '<path display="none" d', "its shape 1"),
    "a style sheet": ("*{stroke-linejoin", "use{display: none}*{stroke-linejoin", "its words changed"),
    "what is no SVG": ("</svg>", "<foreignObject><p>Adam wins</p></foreignObject></svg>", "its elements changed: '<foreignObject>, 1 deep' is gone"),
    "a tooltip": ('<g id="axes_1">', '<g id="axes_1"><title>Adam wins</title>', "its elements changed"),
    "a script": ("</svg>", "<script>alert(1)</script></svg>", "its elements changed"),
    "what a click does": ('<g id="axes_1">', '<g id="axes_1" onclick="alert(1)">', "its element was <g id: #3; onclick: alert(1);>"),
    "a group elsewhere": ('<g id="axes_1">', '<g id="axes_1" transform="translate(60 0) scale(.5 1)">', "it draws in other places"),
    "a group out of sight": ('<g id="axes_1">', '<g id="axes_1" style="display: none">', "its element was <g display: none"),
    "the edge of the picture": ('viewBox="0 0 345.6 ', 'viewBox="0 0 150.0 ', "it draws in other places"),
    "another marker": ('<use xlink:href="#', '<use xlink:href="#axes_1" class="', "its shape "),
    "another clip path": ('clip-path="url(#', 'clip-path="url(#x', "its element was <clipPath id: "),
    "no version": (f"Matplotlib v{PINNED}", "Inkscape", f"it was drawn by something else than matplotlib, matplotlib {PINNED} is pinned"),
    "another version": (f"Matplotlib v{PINNED}", "Matplotlib v3.9.0", f"it was drawn by Matplotlib v3.9.0, matplotlib {PINNED} is pinned"),
    "two versions": ("</svg>", "<!-- Matplotlib v3.9.0 --></svg>", f"it was drawn by Matplotlib v{PINNED} and Matplotlib v3.9.0, matplotlib"),
}  # fmt: skip


@pytest.mark.parametrize("what", BY_HAND)
def test_what_a_hand_adds_to_a_figure_is_seen(tmp_path: Path, what: str) -> None:
    drawn = (ROOT / "docs/figures/ensemble/averaging_gain.svg").read_text("utf-8")
    committed, (old, new, said) = tmp_path / "figure.svg", BY_HAND[what]
    assert old in drawn
    committed.write_text(drawn.replace(old, new), "utf-8")
    assert figure.differs(committed, drawn.encode(), pinned=PINNED).startswith(said)
    committed.write_text(drawn, "utf-8")
    assert figure.differs(committed, drawn.encode(), pinned=PINNED) == ""


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "figures").rglob("*.svg")), ids=lambda path: path.stem)
def test_ids_that_are_called_otherwise_change_no_figure(path: Path) -> None:
    """Matplotlib computes them from what is drawn, so another processor's last digit gives others."""
    other = re.sub(rb"(?<=[#\"])([mp])[0-9a-f]{10}\b", rb"\g<1>0\g<0>", path.read_bytes())
    assert other != path.read_bytes() or b"clip-path" not in other
    assert figure.differs(path, other, pinned=PINNED) == ""


def test_two_curves_that_swap_their_colours_are_another_figure(tmp_path: Path) -> None:
    committed = tmp_path / "figure.svg"
    committed.write_text(FIGURE, "utf-8")
    swapped = FIGURE.replace("1f77b4", "?").replace("ff7f0e", "1f77b4").replace("?", "ff7f0e")
    assert figure.differs(committed, swapped.encode(), measured=True).startswith("its shape 1 was ")
    assert figure.differs(committed, swapped.replace("v3.11.2", "v3.12.0").encode()) == "its colours changed: '#1f77b4' is now '#ff7f0e'"
    order = "\n".join(sorted(FIGURE.split("\n")[1].replace("/><", "/>\n<").split("\n"), reverse=True))
    assert figure.differs(committed, FIGURE.replace(FIGURE.split("\n")[1], order).encode())


def test_a_bitmap_is_compared_by_its_pixels(tmp_path: Path) -> None:
    committed = tmp_path / "figure.png"
    committed.write_bytes(bitmap("red"))
    assert figure.differs(committed, bitmap("red", comment="another maker")) == ""
    assert figure.differs(committed, bitmap("blue")) == "100.0% of its pixels changed"
    assert figure.differs(committed, bitmap("blue"), measured=True) == ""
    assert figure.differs(committed, bitmap("red", size=(9, 8))) == "its size was (8, 8) and is (9, 8)"
    assert figure.differs(committed, bitmap("red")[:24]).startswith("it is no bitmap")
    inside = '<svg><image href="data:image/png;base64,{}" width="8"/></svg>'
    committed = tmp_path / "figure.svg"
    committed.write_text(inside.format(RED))
    assert figure.differs(committed, inside.format(BLUE).encode()) == "100.0% of its pixels changed"


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "figures").rglob("*.svg")), ids=lambda path: path.stem)
def test_another_version_of_matplotlib_alone_changes_no_figure(path: Path) -> None:
    other = path.read_bytes().replace(f"Matplotlib v{PINNED}".encode(), b"Matplotlib v4.0.0")
    assert other != path.read_bytes()
    assert figure.differs(path, other, pinned=PINNED) == ""
