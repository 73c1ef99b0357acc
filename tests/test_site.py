"""The built site: this project's own, and a small project that has every case and every fault."""

from __future__ import annotations

import html
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import addresses, build
from proven import compare, record, script
from proven.script import ROOT

HEADER = '# /// script\n# dependencies = ["torch>=2.11"]\n#\n# [tool.tbe]\n# figures = ["plot.svg"]\n# ///\n'
SNIPPETS = {
    "proven": "from torchbyexample.doubling import double\n\n# --8<-- [start:one]\nprint(double(1) < 3)\n# > True\n# --8<-- [end:one]\n\n"
    '# --8<-- [start:two]\nprint("took 0.1 s")\n# ~ took 0.1 s\n# --8<-- [end:two]\n',
    "changed": 'print("now")\n# > now\n',
    "unproven": 'print("never")\n# > never\n',
}
RECIPE = '"""Doubling."""\n\n\n# --8<-- [start:double]\ndef double(x: int) -> int:\n    return 2 * x\n# --8<-- [end:double]\n'
SVG = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9pt" viewBox="0 0 9 9"><metadata>when</metadata><defs>'
    '<style type="text/css">*{stroke-linejoin: round}</style></defs><g id="patch_1"><path d="M 0 0" style="fill: #ffffff"/></g>'
    '<g id="line_1"><path id="p" d="M 0 0 L 9 9" style="stroke: #000000; clip-path: url(#p)"/></g></svg>'
)
PAGE = """---
title: {title}
description: {title}.
---

# {title} {{ #title }}

``` python
--8<-- "autograd/proven.py:one"
```

- In a list:

    ``` python title="second"
    --8<-- "autograd/proven.py:two"
    ```

## {again} {{ #again }}

``` python
--8<-- "autograd/changed.py"
```

``` python
--8<-- "autograd/unproven.py"
```

``` python
--8<-- "torchbyexample/doubling.py"
```

``` console
$ uv run pytest
1 passed
```

![{title} <plot>](../figures/autograd/plot.svg)
"""


def fact(**changes: object) -> dict:
    known = {"outcome": "passed", "seconds": 0.31, "sha256": "", "python": "3.11.7", "torch": "2.14.1", "device": "Slow <CPU>"}
    return known | {"date": "2026-01-31", "recipes": {}, "reason": ""} | changes


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one page that has a snippet proven, one changed, one unproven, a recipe, a figure and a console block."""
    root = tmp_path_factory.mktemp("small")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, root)
    for name in ("theme", "src/proven", "src/workshop"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    files = {
        "data/nav.yml": "autograd:\n  ko: 자동 미분\n  en: Autograd\n  pages:\n    - autograd/page\n    - autograd/planned\n",
        "data/glossary.csv": "en,ko,avoid\ntensor,텐서,텐써|텐소\n",
        "src/torchbyexample/doubling.py": RECIPE,
        "docs/figures/autograd/plot.svg": SVG,
        **{f"snippets/autograd/{name}.py": HEADER + body for name, body in SNIPPETS.items()},
    }
    for language, title, again in (("ko", "한글 제목", "다시"), ("en", "English title", "Again")):
        files[f"docs/{language}/index.md"] = f"---\ntitle: {title}\ndescription: x\n---\n# {title}\n\n<!-- glossary -->\n"
        files[f"docs/{language}/autograd/page.md"] = PAGE.format(title=title, again=again)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    proven = script.digest(root / "snippets/autograd/proven.py")
    recipes = {"src/torchbyexample/doubling.py": script.digest(root / "src/torchbyexample/doubling.py")}
    facts = {
        "snippets/autograd/proven.py": fact(sha256=proven, recipes=recipes),
        "snippets/autograd/changed.py": fact(sha256="of an older file"),
        "snippets/autograd/unproven.py": fact(outcome="failed", reason="differs"),
    }
    (root / "records").mkdir()
    sealed = {name: known | {"checksum": record.checksum(name, record.Fact(**known))} for name, known in facts.items()}
    (root / "records" / "cpu.json").write_text(json.dumps({"snippets": sealed}))
    return root


@pytest.fixture(scope="session")
def small_site(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("small-built") / "site"
    done = build(small, site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture
def broken(small: Path, tmp_path: Path) -> Path:
    """A copy of the small project, to be broken."""
    return shutil.copytree(small, tmp_path / "project")


def page(site: Path, language: str) -> str:
    return (site / {"ko": "", "en": "en/"}[language] / "autograd/page/index.html").read_text("utf-8")


def proofs(text: str) -> list[str]:
    return [html.unescape(re.sub("<[^>]+>", "", proof)) for proof in re.findall(r'<p class="proof">(.*?)</p>', text)]


# The small project


def test_the_proof_says_what_the_record_says(small_site: Path) -> None:
    first, second, changed, unproven, recipe = proofs(page(small_site, "en"))
    facts = "Proven on CPU: Slow <CPU>, torch 2.14.1, Python 3.11.7, 0.3 s, 2026-01-31 · not yet proven on a GPU"
    assert first == second == f"{facts} · proven.py · open in Colab"
    assert changed == "CPU: changed since its last proof (2026-01-31) · not yet proven on a GPU · changed.py · open in Colab"
    assert unproven == "not yet proven · unproven.py · open in Colab"
    assert recipe == "Run by: proven.py (CPU 2026-01-31) · doubling.py"


def test_the_proof_speaks_the_language_of_the_page(small_site: Path) -> None:
    assert len(proofs(page(small_site, "ko"))) == 5
    assert proofs(page(small_site, "ko"))[0].startswith(
        "CPU에서 실행해 확인했습니다: Slow <CPU>, torch 2.14.1, Python 3.11.7, 0.3초, 2026-01-31"
    )


def test_every_link_of_a_proof_leads_to_a_file(small_site: Path) -> None:
    for language, folder in (("ko", "autograd/page"), ("en", "en/autograd/page")):
        links = re.findall(r'<a href="(\.\./[^"]+downloads[^"]+)"', page(small_site, language))
        assert len(links) == 6
        for link in links:
            assert (small_site / folder / link).resolve().is_file(), link
    notebooks = re.findall(r"/blob/gh-pages/(downloads/[^\"]+)", page(small_site, "en"))
    assert len(notebooks) == 4
    assert all((small_site / notebook).is_file() for notebook in notebooks)


def test_a_block_copies_code_that_runs_up_to_its_section(small_site: Path, tmp_path: Path) -> None:
    copies = [html.unescape(copied) for copied in re.findall(r'data-copy="([^"]*)"', page(small_site, "en"))]
    assert [run(code, tmp_path) for code in copies[:4]] == ["True\n", "True\ntook 0.1 s\n", "now\n", "never\n"]
    assert run(copies[4] + "print(double(4))", tmp_path) == "8\n"
    assert copies[5] == "uv run pytest"
    assert not any("--8<--" in code or "# >" in code or "# ~" in code for code in copies)


def test_a_download_runs_alone(small_site: Path, tmp_path: Path) -> None:
    assert run((small_site / "downloads/autograd/proven.py").read_text(), tmp_path) == "True\ntook 0.1 s\n"


def test_output_is_marked_and_the_header_is_left_to_the_download(small_site: Path) -> None:
    text = page(small_site, "en")
    assert '<span class="output"># &gt; True</span>' in text
    assert '<span class="output sample" title="varies from run to run"># ~ took 0.1 s</span>' in text
    shown = re.sub("<[^>]+>", "", re.sub(r' data-copy="[^"]*"', "", text))
    assert "/// script" not in shown
    assert "tool.tbe" not in shown
    assert "--8<--" not in shown


def test_a_figure_is_inlined_and_follows_the_colour_scheme(small_site: Path) -> None:
    svg = re.search(r"<svg[^>]*class=\"figure\".*?</svg>", page(small_site, "ko"), re.S)
    assert svg
    assert 'role="img"' in svg[0]
    assert 'aria-label="한글 제목 &lt;plot&gt;"' in svg[0]
    assert "fill: var(--md-default-bg-color)" in svg[0]
    assert "stroke: currentColor; clip-path: url(#autograd-plot-p)" in svg[0]
    assert "<style" not in svg[0]
    assert "when" not in svg[0]


def test_the_glossary_stands_in_both_languages(small_site: Path) -> None:
    cells = {name: re.findall(r"<td>(.*?)</td>", (small_site / name / "index.html").read_text("utf-8")) for name in (".", "en")}
    assert cells == {".": ["텐서", "tensor", "텐써, 텐소"], "en": ["tensor", "텐서", "텐써, 텐소"]}


def test_each_page_names_its_address_in_each_language(small_site: Path) -> None:
    root = "https://torchbyexample.github.io/"
    expected = {"ko": f"{root}autograd/page/", "en": f"{root}en/autograd/page/", "x-default": f"{root}autograd/page/"}
    for language in ("ko", "en"):
        assert dict(re.findall(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)"', page(small_site, language))) == expected
        assert f'<link rel="canonical" href="{expected[language]}">' in page(small_site, language)
    for sitemap in ("sitemap.xml", "en/sitemap.xml"):
        entry = re.findall(r"<url>.*?</url>", (small_site / sitemap).read_text(), re.S)[1]
        assert dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', entry)) == expected


def test_a_search_finds_two_words_of_a_title_written_as_one(small_site: Path) -> None:
    docs = json.loads((small_site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert any("한글제목" in entry["phrases"] for entry in docs)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("docs/en/autograd/page.md", "proven.py:one", "proven.py:gone", "docs/en/autograd/page.md:9: embeds section 'gone', which"),
        (
            "docs/ko/autograd/page.md",
            "unproven.py",
            "absent.py",
            "docs/ko/autograd/page.md:25: embeds autograd/absent.py, which does not exist",
        ),
        ("docs/ko/autograd/page.md", "plot.svg", "absent.svg", "figures/autograd/absent.svg"),
        ("docs/figures/autograd/plot.svg", "</svg>", "", "docs/figures/autograd/plot.svg:1: not SVG"),
        ("snippets/autograd/proven.py", "[end:two]", "[end:three]", "snippets/autograd/proven.py:17: section 'three' ends"),
        ("data/nav.yml", "    - autograd/page\n", "", "autograd/page.md"),
        ("records/cpu.json", "{", "", "records/cpu.json:1: not a record"),
    ],
    ids=["section", "file", "figure", "svg", "snippet", "nav", "record"],
)
def test_a_fault_stops_the_build_and_is_named(broken: Path, tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    text = (broken / name).read_text("utf-8")
    assert old in text
    (broken / name).write_text(text.replace(old, new, 1), "utf-8")
    done = build(broken, tmp_path / "site")
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("gone", "left"), [("en", "ko"), ("ko", "en")])
def test_a_page_without_its_counterpart_stops_the_build_and_is_named(broken: Path, tmp_path: Path, gone: str, left: str) -> None:
    (broken / f"docs/{gone}/autograd/page.md").unlink()
    done = build(broken, tmp_path / "site")
    assert done.returncode != 0
    assert f"docs/{gone}/autograd/page.md is missing: it is the counterpart of docs/{left}/autograd/page.md" in done.stderr


def test_saving_a_page_a_snippet_or_the_glossary_shows_up(broken: Path) -> None:
    pytest.importorskip("material")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    environment = {"PYTHONPATH": str(broken / "src"), "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=broken, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://{address}/en/", "tensor")
        for name, old, new, path in (
            ("docs/en/autograd/page.md", "# English title", "# Another title", "en/autograd/page/"),
            ("snippets/autograd/changed.py", '"now"', '"later"', "autograd/page/"),
            ("data/glossary.csv", "tensor,", "scalar,", "en/"),
        ):
            file = broken / name
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
            wait_for(f"http://{address}/{path}", new.strip('#," '))
    finally:
        server.terminate()
        server.wait(10)


def wait_for(url: str, text: str, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{url} did not show {text!r} within {seconds:.0f} s")


def run(code: str, folder: Path) -> str:
    file = folder / "copied.py"
    file.write_text(code, "utf-8")
    done = subprocess.run([sys.executable, "-I", str(file)], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


# The site of this project


def test_both_languages_have_the_same_pages(built_site: Path) -> None:
    pages = {address for address in addresses(built_site) if address.split("/")[0] != "en"}
    assert len(pages) > 2
    assert {address.removeprefix("en").strip("/") for address in addresses(built_site) if address.split("/")[0] == "en"} == pages


def test_every_embed_is_expanded_and_has_its_proof(built_site: Path) -> None:
    for address in addresses(built_site):
        text = (built_site / address / "index.html").read_text("utf-8")
        shown = re.sub(r' data-copy="[^"]*"', "", text)
        assert "--8&lt;--" not in shown, address
        assert "--8<--" not in shown, address
        assert "data-embed" not in shown, address
        assert len(proofs(text)) == text.count(" embedded"), address


def test_the_switch_stays_on_the_page_and_at_the_heading(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    base = serve(built_site)
    tab = browser.new_page()
    for here, there in (
        ("autograd/gradients-add-up/", "en/autograd/gradients-add-up/"),
        ("en/reference/glossary/", "reference/glossary/"),
        ("", "en/"),
    ):
        tab.goto(base + here)
        heading = tab.locator("h1, h2").last.get_attribute("id")
        tab.goto(f"{base}{here}#{heading}")
        tab.locator(".language a").click()
        tab.wait_for_url(f"{base}{there}#{heading}")
        assert tab.locator(f"#{heading}").count() == 1
    tab.close()


def test_the_copy_button_gives_code_that_prints_what_the_page_shows(
    built_site: Path, serve: Callable[[Path], str], browser: object, tmp_path: Path
) -> None:
    base = serve(built_site)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{base}en/autograd/gradients-add-up/")
    block = tab.locator(".embedded").first
    block.hover()
    block.locator("[data-clipboard-target], [data-clipboard-text], [data-md-type=copy]").first.click()
    tab.wait_for_function("navigator.clipboard.readText().then(text => text.includes('backward'))")
    copied = tab.evaluate("navigator.clipboard.readText()")
    shown = [line.removeprefix("# > ") for line in block.locator(".output").all_inner_texts()]
    context.close()
    printed = run(copied, tmp_path).splitlines()
    assert shown
    assert len(printed) == len(shown)
    assert all(compare.same(a, b, script.COMPARED) for a, b in zip(shown, printed, strict=True))


def test_a_page_claims_no_proof_that_no_record_holds(built_site: Path) -> None:
    known = {kind: record.read(record.FOLDER / f"{kind}.json") for kind in record.KINDS}
    devices = {fact.device for facts in known.values() for fact in facts.values() if fact.outcome == "passed"}
    for address in addresses(built_site):
        for proof in proofs((built_site / address / "index.html").read_text("utf-8")):
            if "torch 2" in proof:
                assert any(device in proof for device in devices), (address, proof)
