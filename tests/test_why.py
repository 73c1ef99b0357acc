"""`tbe why`: whatever is pasted leads to the page that explains it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.compile.known import Known
from workshop.project import ROOT, Site
from workshop.why import Entry, entries, ranked

# By the version that printed them: in the shapes of Colab, of Windows and of DDP, with other numbers and names than ours; and, folders
# shortened, what torch 2.4.1 printed on Python 3.11, each made by a run there.
PASTED = Path(__file__).with_name("pasted")
EXPLAINS = {
    "torch-2.15/colab_batch_size": "training/loss-errors",
    "torch-2.15/colab_second_backward": "autograd/second-backward",
    "torch-2.15/colab_state_dict": "saving/mismatched-keys",
    "torch-2.15/colab_worker_collate": "data/collate-fn",
    "torch-2.15/ddp_spawn_shapes": "tensors/mm-and-matmul",
    "torch-2.15/ddp_unused": "parallel/ddp-errors",
    "torch-2.15/windows_main_guard": "data/worker-processes",
    "torch-2.15/windows_scheduler": "training/schedulers",
    "torch-2.15/windows_two_devices": "training/loop",
    "torch-2.15/windows_weights_only": "saving/weights-only",
    "torch-2.4/accelerator": "start/install-and-verify",
    "torch-2.4/autocast": "training/mixed-precision",
    "torch-2.4/cat_arguments": "tensors/cat-and-stack",
    "torch-2.4/cat_empty": "tensors/cat-and-stack",
    "torch-2.4/compile_if": "training/speed",
    "torch-2.4/float_labels": "training/loss-errors",
    "torch-2.4/gather_float": "tensors/gather",
    "torch-2.4/gather_rows": "tensors/gather",
    "torch-2.4/grad_unused": "autograd/second-derivatives",
    "torch-2.4/inference_tensor": "autograd/turning-it-off",
    "torch-2.4/inplace_exp": "tensors/in-place-and-autograd",
    "torch-2.4/inplace_split": "tensors/in-place-and-autograd",
    "torch-2.4/linear": "tensors/mm-and-matmul",
    "torch-2.4/load_refused": "saving/weights-only",
    "torch-2.4/load_warning": "saving/weights-only",
    "torch-2.4/mean_of_integers": "tensors/dtype",
    "torch-2.4/one_hot": "math/softmax-and-one-hot",
    "torch-2.4/padding_mask": "models/attention",
    "torch-2.4/plateau_verbose": "training/reduce-lr-on-plateau",
    "torch-2.4/port": "parallel/ddp-errors",
    "torch-2.4/rnn_double": "models/rnn-lstm-gru",
    "torch-2.4/second_backward": "autograd/second-backward",
    "torch-2.4/seed": "training/reproducibility",
    "torch-2.4/worker_collate": "data/collate-fn",
}


@pytest.fixture(scope="module")
def found() -> dict[str, list[Entry]]:
    site = Site()
    known = Known(site, "/")
    return {language: sorted(entries(known, language), key=lambda entry: entry.page.name) for language in site.languages}


def tbe(*arguments: str, pasted: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "workshop.cli", "why", *arguments]
    without = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    environment = without | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"} | environ
    return subprocess.run(command, input=pasted, capture_output=True, env=environment, check=False)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", EXPLAINS)
def test_a_pasted_traceback_leads_to_its_entry(found: dict[str, list[Entry]], name: str, language: str) -> None:
    best = ranked(PASTED.joinpath(f"{name}.txt").read_text("utf-8"), found[language])
    assert best[0].page.name == EXPLAINS[name]
    assert best[0].explained


def test_every_paste_is_tried() -> None:
    assert {path.relative_to(PASTED).with_suffix("").as_posix() for path in PASTED.rglob("*.txt")} == set(EXPLAINS)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_the_search_is_asked_for_is_found_here_too(found: dict[str, list[Entry]], language: str) -> None:
    """Of the messages that readers type into the search, nearly all lead to a right page among the first three."""
    asked = [query for query in Site().queries if query.language == language and query.kind == "error"]
    missed = [
        query.text for query in asked if not set(query.pages) & {entry.page.name for entry in ranked(query.text, found[language])[:3]}
    ]
    assert len(missed) <= len(asked) * 0.07, missed


def test_what_a_recipe_raises_leads_to_it(found: dict[str, list[Entry]]) -> None:
    """With the lines that raise it, and whatever values stand in the message."""
    best = ranked("ValueError: decay is 1.5, expected a number from 0 to below 1, such as 0.999", found["en"])[0]
    assert (best.page.name, best.explained) == ("recipes/ema", False)
    assert best.code.strip().startswith("if not 0 <= decay < 1:\n")


@pytest.mark.parametrize("said", ["", "hello there", "KeyboardInterrupt", "it does not work\nwhat shall I do about it?"])
def test_what_no_page_explains_is_said_so(found: dict[str, list[Entry]], said: str) -> None:
    assert ranked(said, found["en"]) == []


def test_the_command_reads_a_pipe_and_answers_in_the_terminals_language() -> None:
    pasted = PASTED.joinpath("torch-2.15/windows_main_guard.txt").read_bytes()
    korean, english = tbe(pasted=pasted, LANG="ko_KR.UTF-8"), tbe(pasted=pasted, LANG="de_DE.UTF-8")
    assert (korean.returncode, english.returncode) == (0, 0)
    assert b"docs/ko/data/worker-processes.md:" in korean.stdout
    assert b"docs/en/data/worker-processes.md:" in english.stdout
    assert b'if __name__ == "__main__":' in english.stdout  # the code that mends it, with what it printed
    assert b"# > " in english.stdout
    assert b"--8<--" not in english.stdout
    nothing = tbe("no such thing ever happened", "--language", "ko")
    assert (nothing.returncode, nothing.stdout.decode().count("\n")) == (1, 1)
    assert tbe("x", "--language", "fr").returncode == 2


def test_it_does_not_wait_for_torch() -> None:
    code = "import sys, workshop.why, workshop.cli; print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, check=True
    )
    assert done.stdout == "False\n"
