"""The built site of this project, and what `mkdocs serve` shows of what is saved."""

from __future__ import annotations

import html
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from test_compile import root  # noqa: F401

from conftest import addresses
from proven import compare, record, script
from workshop.project import ROOT, Site


def proofs(text: str) -> list[str]:
    """What the fold under each block says."""
    return [html.unescape(re.sub("<[^>]+>", "", proof)) for proof in re.findall(r'<details class="proof .*?</details>', text, re.S)]


def test_saving_a_page_a_snippet_or_the_glossary_shows_up(root: Path) -> None:  # noqa: F811
    pytest.importorskip("material")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text("utf-8")
        for own in ("src/workshop/mkdocs.py", "src/workshop/templates", "custom_dir: theme"):
            text = text.replace(own, own.replace("src", str(ROOT / "src")).replace(" theme", f" {ROOT / 'theme'}"))
        (root / name).write_text(text, "utf-8")
    (root / "theme").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    environment = {"PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://{address}/en/", "tensor")
        for name, old, new, path in (
            ("docs/en/autograd/page.md", "# English title", "# Another title", "en/autograd/page/"),
            ("docs/ko/autograd/page.md", "title: 한글 제목", "title: 새 제목", "autograd/"),
            ("snippets/autograd/proven.py", "double(1) < 3)", "double(1) < 3)  # later", "autograd/page/"),
            ("data/glossary.csv", "tensor,", "scalar,", "en/"),
        ):
            file = root / name
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
            wait_for(f"http://{address}/{path}", new.rpartition(":")[2].rpartition("#")[2].strip(", "))
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
        assert "--8&lt;--" not in text, address
        assert "--8<--" not in text, address
        outputs = text.count(" comes-out") - text.count('<details class="older"')  # those of older versions belong to the block above
        assert len(proofs(text)) == text.count(" embedded") + outputs, address


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


def test_the_copy_button_of_a_doctest_leaves_out_prompts_and_output(
    built_site: Path, serve: Callable[[Path], str], browser: object
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{serve(built_site)}en/recipes/padding/")
    block = tab.locator(".highlight", has_text=">>> ").first
    block.hover()
    block.locator(".copy").click()
    tab.wait_for_function("navigator.clipboard.readText().then(text => text.includes('import'))")
    copied = tab.evaluate("navigator.clipboard.readText()")
    context.close()
    assert ">>>" not in copied
    compile(copied, "copied", "exec")


def test_the_copy_button_gives_code_that_prints_what_the_page_shows(
    built_site: Path, serve: Callable[[Path], str], browser: object, tmp_path: Path
) -> None:
    base = serve(built_site)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{base}en/autograd/gradients-add-up/")
    block = tab.locator(".embedded", has=tab.locator(".go")).first
    block.hover()
    block.locator(".copy").click()
    tab.wait_for_function("navigator.clipboard.readText().then(text => text.includes('backward'))")
    copied = tab.evaluate("navigator.clipboard.readText()")
    shown = [line.removeprefix("# > ") for line in block.locator(".go").all_inner_texts()]
    context.close()
    printed = run(copied, tmp_path).splitlines()
    assert shown
    assert len(printed) == len(shown)
    assert all(compare.same(a, b, script.COMPARED) for a, b in zip(shown, printed, strict=True))


def test_a_page_claims_no_proof_that_no_record_holds(built_site: Path) -> None:
    known = {kind: Site().facts(kind) for kind in record.KINDS}
    assert known["cpu"]
    devices = {fact.device for facts in known.values() for fact in facts.values() if fact.outcome == "passed"}
    for address in addresses(built_site):
        for proof in proofs((built_site / address / "index.html").read_text("utf-8")):
            if "torch 2" in proof:
                assert any(device in proof for device in devices), (address, proof)
