"""Notebook pages: run by the build, and then pages like every other."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from test_site import small  # noqa: F401

from conftest import build
from proven.run.machine import cpu_name
from proven.script import ROOT
from workshop import page as pages
from workshop.check import parity
from workshop.project import Site

NOTEBOOK = """# ---
# title: {title}
# description: {title}.
# packages: numpy
# ---

# %% [markdown]
# # {title} {{ #title }}
#
# [{again}](page.md#again) [PyTorch](https://pytorch.org/)

# %%
print("a < b")
1 + 1

# %% [markdown]
# ## {again} {{ #again }}

# %% alt="{title} <curve>"
import matplotlib.pyplot as plt

plt.plot([0, 1])
plt.show()
"""
FOLDERS = {"ko": "", "en": "en/"}


@pytest.fixture(scope="session")
def project(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """The small project with a notebook, and what its run left to the next build."""
    root = shutil.copytree(small, tmp_path_factory.mktemp("notebooks") / "project")
    for language, title, again in (("ko", "노트북", "다시"), ("en", "Notebook", "Again")):
        (root / f"docs/{language}/autograd/notebook.py").write_text(NOTEBOOK.format(title=title, again=again), "utf-8")
    with (root / "data/nav.yml").open("a") as nav:
        nav.write("    - autograd/notebook\n")
    return root


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("notebooks-built") / "site"
    done = build(project, site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture
def broken(project: Path, site: Path, tmp_path: Path) -> Path:  # noqa: ARG001
    """A copy of the project after a build, to be broken."""
    return shutil.copytree(project, tmp_path / "project")


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


def notebook(site: Path, language: str) -> str:
    return (site / FOLDERS[language] / "autograd/notebook/index.html").read_text("utf-8")


@pytest.mark.parametrize(("language", "title"), [("ko", "노트북"), ("en", "Notebook")])
def test_a_notebook_is_a_page_like_every_other(site: Path, language: str, title: str) -> None:
    text = notebook(site, language)
    assert f'<meta name="description" content="{title}.">' in text
    assert re.findall(r'<h[12] id="([^"]*)"', text) == ["title", "again"]
    assert '<a href="../page/#again">' in text
    assert '<span class="output"># &gt; a &lt; b</span>\n<span class="output"># &gt; 2</span>' in text
    assert f'aria-label="{title} &lt;curve&gt;" class="figure"' in text
    assert "jp-" not in text


def test_the_copy_button_gives_a_cell_without_its_output(site: Path) -> None:
    copied = [html.unescape(code) for code in re.findall(r'data-copy="([^"]*)"', notebook(site, "en"))]
    assert copied == ['print("a < b")\n1 + 1\n']  # the other cell printed nothing: the button takes what is shown


def test_the_line_under_the_title_says_where_and_when_it_ran(site: Path) -> None:
    proof = re.search(r'</h1>\s*<p class="proof notebook">(.*?)</p>', notebook(site, "en"))
    assert proof
    said = html.unescape(re.sub("<[^>]+>", "", proof[1]))
    date = re.fullmatch(
        rf"Proven on CPU: {re.escape(cpu_name())}, torch \S+, Python \S+, \d+\.\d s, (\S+) · notebook.ipynb · open in Colab", said
    )
    assert date, said
    assert timedelta(0) <= datetime.now(UTC) - datetime.fromisoformat(date[1]).replace(tzinfo=UTC) < timedelta(days=2)
    for language, folder in FOLDERS.items():
        download, colab = re.findall(r'<a href="([^"]*autograd/\w+/notebook\.ipynb)"', notebook(site, language))
        assert (site / folder / "autograd/notebook" / download).resolve() == site / f"downloads/autograd/{language}/notebook.ipynb"
        assert (site / colab.partition("/blob/gh-pages/")[2]).is_file()


def test_a_download_is_a_notebook_that_runs(site: Path) -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    loaded = nbformat.read(site / "downloads/autograd/ko/notebook.ipynb", as_version=4)
    nbformat.validate(loaded)
    first, install, code, *_ = loaded.cells
    assert first.source.startswith(
        "# 노트북\n\n[다시](https://torchbyexample.github.io/autograd/page/#again) [PyTorch](https://pytorch.org/)"
    )
    assert install.source == "%pip install -q numpy"
    assert not code.outputs
    loaded.cells.remove(install)
    ran = nbclient.NotebookClient(loaded, timeout=60).execute()
    assert ran.cells[1].outputs[0].text == "a < b\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("1 + 1", "1 / 0", "docs/en/autograd/notebook.py:14: this cell fails: ZeroDivisionError: division by zero"),
        ("1 + 1", "import warnings; warnings.warn('old')", "docs/en/autograd/notebook.py:13: this cell warns:"),
        (' alt="Notebook <curve>"', "", "docs/en/autograd/notebook.py:19: a figure without alt text"),
        ("page.md#again", "gone.md", "'gone.md'"),
        ("page.md#again", "page.md#gone", "page.md#gone"),
    ],
    ids=["error", "warning", "alt", "page", "anchor"],
)
def test_a_fault_of_a_notebook_stops_the_build_and_is_named(broken: Path, tmp_path: Path, old: str, new: str, message: str) -> None:
    change(broken, "docs/en/autograd/notebook.py", old, new)
    done = build(broken, tmp_path / "site")
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_what_did_not_change_is_not_run_again(broken: Path, tmp_path: Path) -> None:
    (kept,) = (broken / ".cache/notebooks/en").rglob("*.json")
    change(kept.parent, kept.name, "a \\\\u003c b", "as it was")
    assert build(broken, tmp_path / "site").returncode == 0
    assert "# &gt; as it was" in notebook(tmp_path / "site", "en")


def test_code_that_differs_between_the_languages_is_named_with_both_lines(broken: Path) -> None:
    assert [fault for fault in list(parity.check(Site(broken), Site(broken).all_pages())) if "notebook" in str(fault)] == []
    change(broken, "docs/en/autograd/notebook.py", "plt.plot([0, 1])", "plt.plot([0, 2])")
    (fault,) = (str(fault) for fault in list(parity.check(Site(broken), Site(broken).all_pages())) if "notebook" in str(fault))
    assert "docs/ko/autograd/notebook.py:22: code `plt.plot([0, 1])`" in fault
    assert "docs/en/autograd/notebook.py:22 has code `plt.plot([0, 2])`" in fault


def test_a_notebook_without_its_counterpart_stops_the_build_and_is_named(broken: Path, tmp_path: Path) -> None:
    (broken / "docs/en/autograd/notebook.py").unlink()
    done = build(broken, tmp_path / "site")
    assert done.returncode != 0
    assert "docs/en/autograd/notebook.py is missing: it is the counterpart of docs/ko/autograd/notebook.py" in done.stderr


# This project's own notebooks

WALKTHROUGHS = sorted(path.stem for path in (ROOT / "docs/ko").rglob("*.py"))


@pytest.mark.parametrize("name", WALKTHROUGHS)
@pytest.mark.parametrize("language", FOLDERS)
def test_a_walkthrough_shows_what_it_printed_and_weighs_little(built_site: Path, language: str, name: str) -> None:
    text = (built_site / FOLDERS[language] / f"walkthroughs/{name}/index.html").read_text("utf-8")
    assert text.count('<span class="output">') > 20
    assert text.count('class="figure"') == sum(
        item.what != "" for item in pages.load_page(ROOT / f"docs/{language}/walkthroughs/{name}.py").of("cell")
    )
    assert len(gzip.compress(text.encode())) < 33_000


@pytest.mark.parametrize("language", FOLDERS)
def test_every_walkthrough_can_be_downloaded(built_site: Path, language: str) -> None:
    nbformat = pytest.importorskip("nbformat")
    for name in WALKTHROUGHS:
        text = (built_site / f"downloads/walkthroughs/{language}/{name}.ipynb").read_text("utf-8")
        nbformat.validate(nbformat.from_dict(json.loads(text)))
        assert "{ #" not in text
        assert ".md" not in text


def test_the_notebooks_leave_no_file_behind(built_site: Path) -> None:  # noqa: ARG001
    left = [path for code in FOLDERS for path in (ROOT / "docs" / code).rglob("*.*") if path.suffix not in (".md", ".py")]
    assert left == []
    assert not any((ROOT / name).exists() for name in ("train", "runs", "wandb", "best.pt", "submission.csv"))


def test_a_figure_of_a_notebook_follows_the_colour_scheme(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    colours = []
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme)
        tab.goto(serve(built_site) + "en/walkthroughs/a-run-watched/")
        paper, ink, page = tab.evaluate(
            """() => [[".figure [id$=patch_1] path", "fill"], [".figure [id*=line2d] use", "stroke"], ["body", "background-color"]]
            .map(([where, what]) => getComputedStyle(document.querySelector(where)).getPropertyValue(what))"""
        )
        assert paper == page
        colours.append((paper, ink))
        tab.close()
    light, dark = colours
    assert light[0] != dark[0]
    assert light[1] != dark[1]
