"""The site in the Firefox and the WebKit that are installed (`scripts/prepare.sh browsers` installs both), on a server and from disk: the
search finds the same as in Chromium, and keyboard, copying and the dark scheme work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_search import ASK, BOX, opened

from conftest import WEB, node_program, without

NEEDED = "OTHER_BROWSERS"  # set where both browsers were installed for these tests
MINI = "/usr/lib/*/webkit2gtk-4*/MiniBrowser"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c"}
QUERIES = {
    "": ["기울기 누적", "텐서 모양 바꾸기", "데이타로더 느려요", "옵티마이져", "cuda out of memory"],
    "en/": [
        "reshape a tensor",
        "gradiants add up",
        "learning rate schedule",
        "drop_last",
        "RuntimeError: element 0 of tensors does not require grad",
    ],
}


class Firefox:
    """Firefox, by the program beside this file that speaks with it."""

    def __init__(self) -> None:
        node, firefox = node_program(), next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
        if not firefox or not node or not (WEB / "node_modules" / "puppeteer-core").is_dir():
            without("no Firefox, or nothing to drive it: `scripts/prepare.sh browsers`", NEEDED)
        self.process = subprocess.Popen([node, "firefox.mjs", firefox], cwd=WEB, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def do(self, what: str, **how: str) -> Any:
        self.process.stdin.write(json.dumps({"do": what, **how}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer
        return answer["value"]

    def go(self, address: str) -> None:
        self.do("go", address=address)

    def run(self, script: str) -> Any:
        return self.do("run", script=script)

    def press(self, key: str) -> None:
        self.do("press", key=key)

    def click(self, selector: str) -> None:
        self.do("click", selector=selector)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(60)


class WebKit:
    """WebKit's small browser, by WebDriver."""

    def __init__(self) -> None:
        driver, browser = shutil.which("WebKitWebDriver"), next(Path("/").glob(MINI[1:]), None)
        if not driver or not browser:
            without("no WebKit: `scripts/prepare.sh browsers`", NEEDED)
        screen = (
            [] if os.environ.get("DISPLAY") else [shutil.which("xvfb-run") or without("no screen for WebKit: install xvfb", NEEDED), "-a"]
        )
        self.port = 4000 + os.getpid() % 1000
        self.process = subprocess.Popen([*screen, driver, f"--port={self.port}"], start_new_session=True)
        options = {"binary": str(browser), "args": ["--automation"]}
        self.session = ""
        for _ in range(50):
            try:
                made = self.ask("POST", "", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options}})
                break
            except urllib.error.URLError:
                time.sleep(0.2)
        self.session = f"/{made['sessionId']}"
        self.ask("POST", "/window/rect", width=800, height=700)

    def ask(self, method: str, path: str, **body: Any) -> Any:
        data = json.dumps(body).encode() if method == "POST" else None
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/session{self.session}{path}", data, {"Content-Type": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def go(self, address: str) -> None:
        self.ask("POST", "/url", url=address)

    def run(self, script: str) -> Any:
        return self.ask("POST", "/execute/sync", script=f"return {script}", args=[])

    def press(self, key: str) -> None:
        typed = KEYS.get(key, key)
        keys = [{"type": kind, "value": typed} for kind in ("keyDown", "keyUp")]
        self.ask("POST", "/actions", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def click(self, selector: str) -> None:
        (element,) = self.ask("POST", "/element", using="css selector", value=selector).values()
        self.ask("POST", f"/element/{element}/click")

    def close(self) -> None:
        self.ask("DELETE", "")
        os.killpg(self.process.pid, 15)
        self.process.wait(60)


@pytest.fixture(scope="module", params=[Firefox, WebKit])
def other(request: pytest.FixtureRequest) -> Iterator[Firefox | WebKit]:
    """A browser of another maker."""
    started = request.param()
    yield started
    started.close()


@pytest.fixture(params=["server", "disk"])
def base(request: pytest.FixtureRequest, built_site: Path, disk: Path, serve: Callable[[Path], str]) -> tuple[str, Callable[[str], str]]:
    """Where the site begins, and what a page is called there."""
    if request.param == "server":
        return serve(built_site), lambda page: page
    return disk.as_uri() + "/", lambda page: page.removesuffix("/") + ("/index.html" if page in ("", "en/") else ".html")


def wait(other: Firefox | WebKit, script: str) -> None:
    until = time.monotonic() + 30
    while not other.run(script):
        assert time.monotonic() < until, script
        time.sleep(0.1)


@pytest.mark.parametrize("language", QUERIES)
def test_the_search_finds_what_it_finds_in_chromium(
    other: Firefox | WebKit, base: tuple, language: str, built_site: Path, serve: Callable[[Path], str], browser: object
) -> None:
    start, name = base
    other.go(start + name(language).removeprefix("/"))
    other.click(".md-header .find")
    other.run(f"({ASK})({json.dumps(['tensor'])})")
    wait(other, "document.querySelector('dialog.search ol > li') !== null")
    found = other.run(f"({ASK})({json.dumps(QUERIES[language])})")
    other.press("Escape")
    tab = opened(browser, serve(built_site) + language)
    tab.locator(BOX).fill("tensor")
    tab.locator("dialog.search li").first.wait_for()
    there = tab.evaluate(ASK, QUERIES[language])
    tab.close()
    plain = [
        [page.rpartition(".html")[0].rpartition("torch-by-example")[2] + "/" if ".html" in page else page for page in pages]
        for pages in found
    ]
    assert plain == there
    assert all(len(pages) == 3 for pages in there)


def test_the_keyboard_alone_finds_a_page(other: Firefox | WebKit, base: tuple) -> None:
    start, name = base
    other.go(start + name("en/").removeprefix("/"))
    other.press("/")
    wait(other, "document.activeElement.matches('dialog.search input')")
    for letter in "drop_last":
        other.press(letter)
    wait(other, "document.querySelector('dialog.search ol > li') !== null")
    other.press("Enter")
    wait(other, "location.pathname.includes('/en/data/drop-last') && document.readyState === 'complete'")


def test_the_menu_opens_and_closes_by_keyboard(other: Firefox | WebKit, base: tuple) -> None:
    start, name = base
    other.go(start + name("autograd/hooks/"))
    other.run("document.querySelector('.menu').focus()")
    other.press("Enter")
    wait(other, "document.activeElement.matches('#menu [aria-current=page]')")
    assert other.run("document.querySelector('.menu').getAttribute('aria-expanded')") == "true"
    other.press("Escape")
    wait(other, "document.activeElement.matches('.menu')")
    assert other.run("document.querySelector('.menu').getAttribute('aria-expanded')") == "false"


def test_a_block_is_copied(other: Firefox | WebKit, base: tuple) -> None:
    start, name = base
    other.go(start + name("autograd/gradients-add-up/"))
    other.run(
        "void (window.seen = '', document.addEventListener('copy', () => window.seen = document.activeElement.value), "
        "navigator.clipboard && (navigator.clipboard.writeText = (real => text => (window.seen = text, real(text)))"
        "(navigator.clipboard.writeText.bind(navigator.clipboard))))"
    )
    other.click("[data-program] .copy")
    wait(other, "document.querySelector('.copied').textContent !== ''")
    assert "import torch" in other.run("window.seen")


def test_the_dark_scheme_holds_in_the_other_language(other: Firefox | WebKit, base: tuple) -> None:
    start, name = base
    other.go(start + name("autograd/hooks/"))
    other.run("localStorage.clear()")
    other.go(start + name("autograd/hooks/"))
    chosen = {"default": "slate", "slate": "default"}[other.run("document.body.dataset.mdColorScheme")]
    other.click(".scheme")
    other.click(".language a")
    wait(other, "location.pathname.includes('/en/autograd/hooks') && document.readyState === 'complete'")
    assert other.run("document.body.dataset.mdColorScheme") == chosen
    other.run("localStorage.clear()")
