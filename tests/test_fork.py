"""Whoever forks this publishes at their own address: no link leads to ours, and without a GPU one visible decision is enough."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from test_publish import SNIPPETS, run_once, write

from proven.fault import Fault
from workshop.check import gate
from workshop.compile import Compiler, around
from workshop.compile.known import Known
from workshop.home import OURS, TO_OURS, Home, home
from workshop.project import ROOT, Site

FORK = {"REPOSITORY": "Someone/lessons"}


@pytest.mark.parametrize(
    ("said", "repository", "address"),
    [
        ({}, OURS, "https://torchbyexample.github.io/"),
        ({"REPOSITORY": ""}, OURS, "https://torchbyexample.github.io/"),
        (FORK, "Someone/lessons", "https://someone.github.io/lessons/"),
        ({"REPOSITORY": "Someone/someone.github.io"}, "Someone/someone.github.io", "https://someone.github.io/"),
        (FORK | {"SITE_URL": "https://torch.example/"}, "Someone/lessons", "https://torch.example/"),
    ],
)
def test_the_address_comes_from_the_repository(said: dict[str, str], repository: str, address: str) -> None:
    assert home(said) == Home(repository, address)
    assert home(said).ours == (repository == OURS)
    assert f"site_url: {home({}).address} " in (ROOT / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "said", [{"REPOSITORY": "lessons"}, {"REPOSITORY": "a/b/c"}, FORK | {"SITE_URL": "torch.example"}, FORK | {"SITE_URL": "https://x.y/z"}]
)
def test_what_is_no_repository_or_address_is_refused(said: dict[str, str]) -> None:
    with pytest.raises(Fault, match="write "):
        home(said)


def test_what_is_compiled_for_another_owner_holds_no_link_to_ours(tmp_path: Path) -> None:
    """A chapter with its downloads, what lies beside the pages, and what the templates are given."""
    pytest.importorskip("pygments", reason="the documentation packages are not installed: `uv sync`")
    other = home(FORK)
    compiler = Compiler(Known(Site(), other.address, other), tmp_path)
    made = compiler.make(dict(filter(few, [*compiler._pages(), *compiler._beside()])))
    texts = {name: (tmp_path / name).read_text("utf-8") for name in made if not name.endswith((".inv", ".png"))}
    assert len(texts) > 50
    found = {(name, link) for name, text in texts.items() for link in TO_OURS.findall(text)}
    assert not found, sorted(found)[:10]
    page = texts["en/autograd/gradients-add-up.md"]
    assert "https://colab.research.google.com/github/Someone/lessons/blob/gh-pages/downloads/autograd/" in page
    assert "https://github.com/Someone/lessons/blob/main/tests/recipes/" in texts["en/recipes/padding.md"]
    assert "https://someone.github.io/lessons/en/" in texts["en/llms.txt"]
    assert "https://someone.github.io/lessons/sitemap.xml" in texts["ko/robots.txt"]
    known = json.loads(texts["en.json"])
    context = around.page(known, "autograd/gradients-add-up/", "docs/en/autograd/gradients-add-up.md", ROOT)
    assert context["mend"]["edit"].startswith("https://github.com/Someone/lessons/edit/main/docs/en/")
    assert context["mend"]["report"].startswith("https://github.com/Someone/lessons/issues/new?")
    assert not TO_OURS.search(json.dumps(context))


def few(product: tuple[str, object]) -> bool:
    name = product[0]
    chapters = ("ko/downloads/autograd/", "en/autograd/", "en.plain/autograd/", "en/recipes/")
    return name.startswith(chapters) or name in ("en.json", "en/llms.txt", "en/feed.xml", "ko/robots.txt", "ko/snippets.json")


# Who names us: what says that it is ours, what is published from here alone, and what only this repository's host reads.
OURS_ALONE = {
    *("src/workshop/home.py", "mkdocs.yml", "src/torchbyexample/README.md", ".github/CODEOWNERS"),
    *(".github/workflows/publish.yml", ".github/workflows/release.yml"),
}


def test_nobody_has_written_a_link_to_ours() -> None:
    """Pages, snippets, templates, forms for issues: what they say of this repository, the compiler fills in."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("no git here to say which files are the project's")
    paths = [ROOT / name for name in done.stdout.split("\0") if name and name not in OURS_ALONE and not name.startswith("tests/")]
    texts = {path: path.read_text("utf-8") for path in paths if path.is_file() and path.suffix not in (".png", ".ico")}
    assert len(texts) > 1500
    found = [(path.relative_to(ROOT), link) for path, text in texts.items() for link in TO_OURS.findall(text)]
    assert not found


def test_a_site_that_leads_to_ours_is_found(tmp_path: Path) -> None:
    """What the weekly look at a fork's whole site does with the pages."""

    def look(**said: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "scripts/own_links.py"), str(tmp_path)]
        return subprocess.run(command, env=os.environ | said, capture_output=True, text=True, check=False)

    (tmp_path / "en").mkdir()
    (tmp_path / "en/index.html").write_text('<a href="https://someone.github.io/lessons/en/">', "utf-8")
    assert look(**FORK).returncode == 0
    (tmp_path / "en/feed.xml").write_text("<link>https://torchbyexample.github.io/en/</link>", "utf-8")
    done = look(**FORK)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "en/feed.xml: https://torchbyexample.github.io/en/")
    assert look(REPOSITORY=OURS).returncode == 1


def test_the_links_of_ours_would_be_found() -> None:
    for address in (f"https://github.com/{OURS}/edit/main/x", "https://torchbyexample.github.io/en/", f"https://x/github/{OURS}/blob/x"):
        assert TO_OURS.search(f'<a href="{address}">')


@pytest.fixture(scope="module")
def on_a_cpu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_once(tmp_path_factory.mktemp("fork") / "project", SNIPPETS)


@pytest.fixture
def project(on_a_cpu: Path, tmp_path: Path) -> Path:
    return shutil.copytree(on_a_cpu, tmp_path / "project")


def decide(project: Path, **said: str) -> subprocess.CompletedProcess[str]:
    """What publish.yml runs before it builds, in this project."""
    code = f"from pathlib import Path; from workshop import cli, project; raise SystemExit(cli.main(['gate'], project.Site(Path({str(project)!r}))))"
    kept = {name: value for name, value in os.environ.items() if name not in ("REPOSITORY", "SITE_URL", "PUBLISH_WITHOUT_GPU")}
    environment = kept | {"PYTHONPATH": str(ROOT / "src")} | said
    return subprocess.run([sys.executable, "-c", code], cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_a_fork_without_a_gpu_publishes_when_it_has_said_so(project: Path) -> None:
    done = decide(project, **FORK, PUBLISH_WITHOUT_GPU="true")
    assert done.returncode == 0, done.stderr
    assert "may be published without a GPU record, as PUBLISH_WITHOUT_GPU says: its CPU record is whole and green" in done.stdout
    assert "of its snippets 2 need one" in done.stdout


@pytest.mark.parametrize("said", [FORK, FORK | {"PUBLISH_WITHOUT_GPU": ""}, FORK | {"PUBLISH_WITHOUT_GPU": "false"}, {}])
def test_without_the_decision_a_gpu_record_is_owed(project: Path, said: dict[str, str]) -> None:
    done = decide(project, **said)
    assert done.returncode == 1
    assert "there is no GPU record" in done.stderr


@pytest.mark.parametrize("said", [{}, {"REPOSITORY": OURS}, {"REPOSITORY": OURS.upper()}])
def test_ours_is_not_published_without_a_gpu(project: Path, said: dict[str, str]) -> None:
    done = decide(project, **said, PUBLISH_WITHOUT_GPU="true")
    assert done.returncode == 2
    assert "is not published without a GPU, only a fork is" in done.stderr


def test_a_decision_that_is_neither_yes_nor_no_is_refused(project: Path) -> None:
    done = decide(project, **FORK, PUBLISH_WITHOUT_GPU="1")
    assert done.returncode == 2
    assert "say true or false" in done.stderr


def test_the_decision_spares_the_gpu_and_nothing_else(project: Path) -> None:
    said = FORK | {"PUBLISH_WITHOUT_GPU": "true"}
    shutil.copytree(project / "records/cpu", project / "records/gpu")
    file = project / "records/gpu/chapter.json"
    file.write_text(file.read_text("utf-8").replace('"seconds": ', '"seconds": 1', 1), "utf-8")
    assert "this is not what the run wrote" in decide(project, **said).stderr
    shutil.rmtree(project / "records/gpu")
    write(project, "cpu", lambda fact: replace(fact, outcome="failed", reason="red") if fact.outcome == "passed" else fact)
    assert "it failed: red" in decide(project, **said).stderr
    shutil.rmtree(project / "records/cpu")
    assert "there is no CPU record" in decide(project, **said).stderr


def test_the_workflow_asks_the_gate_with_what_the_repository_says() -> None:
    work = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    assert work["build"]["env"] == {
        "REPOSITORY": "${{ github.repository }}",
        "SITE_URL": "${{ vars.SITE_URL }}",
        "PUBLISH_WITHOUT_GPU": "${{ vars.PUBLISH_WITHOUT_GPU }}",
    }
    assert f"(vars.PUBLISH_WITHOUT_GPU != 'true' || github.repository == '{OURS}')" in work["gpu"]["if"]
    # A job that needs a skipped one is skipped as well, and so are all behind it, unless they say what they wait for.
    assert "needs.cpu.result == 'success'" in work["build"]["if"]
    for name, before in (("deploy", "build"), ("notebooks", "deploy")):
        assert f"!cancelled() && needs.{before}.result == 'success'" in work[name]["if"]


def test_pages_of_a_fork_say_what_no_gpu_has_run(project: Path) -> None:
    known = Known(Site(project), home(FORK).address, home(FORK))
    standings = {file: {kind: state for kind, (state, _) in known.standings(file).items()} for file in known.scripts()}
    assert {each["gpu"] for each in standings.values()} == {"unproven"}
    assert gate.waiting(Site(project)) == ["snippets/chapter/one_gpu.py", "snippets/chapter/two_gpus.py"]


def test_a_release_of_a_fork_publishes_no_package() -> None:
    """The index trusts this repository: elsewhere the job could only fail."""
    work = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))["jobs"]
    assert work["publish"]["if"] == f"github.repository == '{OURS}'"
    assert work["publish"]["permissions"] == {"id-token": "write"}
