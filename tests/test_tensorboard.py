"""The pictures of TensorBoard on the page are taken from the real program, and what the snippet wrote stands on the screen."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "scripts/tensorboard_screenshot.py"
RUNS = ("lr_0.1", "lr_0.01", "lr_0.001")
ON_SCREEN = {  # picture: words that the snippet wrote and TensorBoard must show
    "tensorboard_scalars": (*RUNS, "loss/train", "loss/valid"),
    "tensorboard_histograms": (*RUNS, "weight/first"),
    "tensorboard_images": (*RUNS, "digits"),
    "tensorboard_graph": ("Sequential", "Linear[0]", "ReLU[1]", "Linear[2]"),
    "tensorboard_hparams": (*RUNS, "epochs", "final/accuracy"),
}


def take(folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, env=os.environ | environ, timeout=500)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    run = take(folder)
    if "no Chromium" in run.stderr and "CI" not in os.environ:
        pytest.skip("needs Chromium: not installed")
    assert run.returncode == 0, run.stderr
    texts = dict(line.split(".png: ", 1) for line in run.stdout.splitlines())
    return folder, {name: "".join(text.split()) for name, text in texts.items()}  # a tag may be drawn in two pieces


@pytest.mark.parametrize("name", ON_SCREEN)
def test_the_screen_shows_what_was_written(pictures, name):
    folder, texts = pictures
    missing = [word for word in ON_SCREEN[name] if word not in texts[name]]
    assert not missing, f"{missing} not on the screen: {texts[name]}"
    picture = (folder / f"{name}.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture[16:20]) == (1000,)  # pixels wide
    assert 10_000 < len(picture) < 150_000


def test_every_picture_on_the_page_is_one_of_these():
    kept = {path.stem for path in (ROOT / "docs/figures/monitoring").glob("tensorboard_*.png")}
    listed = {line.split(",")[0] for line in (ROOT / "data/screenshots.csv").read_text().splitlines()[1:]}
    assert kept == set(ON_SCREEN)
    assert {f"monitoring/{name}.png" for name in ON_SCREEN} <= listed


def test_without_chromium_the_error_says_what_to_do(tmp_path):
    run = take(tmp_path, CHROMIUM=str(tmp_path / "none"))
    assert run.returncode == 1
    assert run.stderr.strip().splitlines() == [
        f"tensorboard_screenshot: no Chromium ({tmp_path / 'none'}): install it, or set CHROMIUM to the path of the program"
    ]
