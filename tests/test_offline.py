"""The site that readers take along, in a folder with a Korean name and a blank in it, opened from disk in a real browser."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


@pytest.fixture
def tab(browser: object) -> Iterator:
    """A tab that must neither complain nor ask for anything but files."""
    faults: list[str] = []
    context = browser.new_context()
    context.on("console", lambda message: faults.append(f"{message.page.url}: console: {message.text}"))
    context.on("weberror", lambda error: faults.append(f"{error.page.url}: {error.error}"))
    context.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url))
    # What is under way when the tab moves on is aborted, which is no fault.
    context.on("requestfailed", lambda r: None if r.failure == "net::ERR_ABORTED" else faults.append(f"{r.url}: {r.failure}"))
    yield context.new_page()
    context.close()
    assert faults == []


def pages(disk: Path) -> list[Path]:
    """Every page but the one that only a server shows."""
    return sorted(page for page in disk.rglob("*.html") if page.name != "404.html")


def test_every_link_leads_to_a_file(disk: Path) -> None:
    faults = []
    for page in pages(disk):
        for link in re.findall(r'\b(?:href|src)="([^"]*)"', page.read_text("utf-8")):
            parts = urlsplit(html.unescape(link))
            if not parts.scheme and parts.path and not (page.parent / unquote(parts.path)).is_file():
                faults.append(f"{page.relative_to(disk)}: {link}")
    assert faults == []


@pytest.mark.parametrize(
    ("start", "query", "found"),
    [("index.html", "기울기", "autograd/gradients-add-up.html"), ("en/index.html", "gradients", "en/autograd/gradients-add-up.html")],
    ids=["ko", "en"],
)
def test_the_search_leads_to_a_page(disk: Path, tab: object, start: str, query: str, found: str) -> None:
    tab.goto((disk / start).as_uri())
    tab.locator(".md-header .find").click()
    tab.keyboard.type(query)
    tab.locator(f"dialog.search a[href*='{found.rpartition('/')[2]}']").first.click()
    tab.wait_for_url(re.compile(re.escape((disk / found).as_uri())))
    assert tab.locator("h1").count() == 1


def test_the_switch_stays_on_the_page_and_at_the_heading(disk: Path, tab: object) -> None:
    tab.goto((disk / "autograd/graph-and-backward.html").as_uri() + "#errors")
    tab.locator(".language a").click()
    tab.wait_for_url((disk / "en/autograd/graph-and-backward.html").as_uri() + "#errors")


def test_pages_open_without_a_complaint(disk: Path, tab: object, request: pytest.FixtureRequest) -> None:
    """The smallest and the largest page of each folder, which is its index and the one that holds most; or every page."""
    folders = defaultdict(list)
    for page in pages(disk):
        folders[page.parent].append(page)
    assert folders.keys() > {disk, disk / "en", disk / "autograd", disk / "en" / "autograd"}
    formulas = 0
    for found in folders.values():
        by_size = sorted(found, key=lambda page: page.stat().st_size)
        for page in found if request.config.getoption("--every-page") else {by_size[0], by_size[-1]}:
            tab.goto(page.as_uri())
            formulas += tab.locator("math").count()
    assert formulas > 0


def test_the_colour_scheme_that_was_chosen_holds_in_the_other_language(disk: Path, tab: object) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto((disk / "autograd/graph-and-backward.html").as_uri())
    tab.locator(".scheme").click()
    tab.locator(".language a").click()
    tab.wait_for_url("**/en/**")
    assert tab.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_block_is_copied(disk: Path, tab: object) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto((disk / "autograd/gradients-add-up.html").as_uri())
    tab.locator("[data-program] .copy").first.click()
    tab.wait_for_function("document.querySelector('.copied').textContent")
    assert "import torch" in tab.evaluate("navigator.clipboard.readText()")
