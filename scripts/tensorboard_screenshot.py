"""Take the pictures of TensorBoard that the page monitoring/tensorboard shows.

    python scripts/tensorboard_screenshot.py [FOLDER]

Runs the page's snippet in a temporary folder, starts the real TensorBoard on what it wrote, opens each tab in headless Chromium, waits
until it is drawn and writes one PNG a tab to FOLDER (docs/figures/monitoring). Prints, for each picture, the words that stood on the screen.
"""

from __future__ import annotations

import contextlib
import runpy
import sys
import tempfile
import types
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser import FLAGS, chromium
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SNIPPET = ROOT / "snippets/monitoring/digits_run.py"
FIGURES = ROOT / "docs/figures/monitoring"
LIMIT = 150_000  # bytes a picture
PATIENCE = 60_000  # milliseconds until a tab must be drawn
# TensorBoard's older tabs are web components: their text lies in shadow roots, where innerText does not look.
VISIBLE_TEXT = """() => {
    const words = node => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.nodeType !== Node.ELEMENT_NODE || ['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName)) return '';
        return node.checkVisibility() ? [...(node.shadowRoot || node).childNodes, ...(node.shadowRoot ? node.childNodes : [])].map(words).join(' ') : '';
    };
    return words(document.body);
}"""
MODEL = "g.node[data-name=Sequential]"
Click = tuple[str, dict[str, Any]]  # what is clicked, and how
UNFOLD: tuple[Click, ...] = (
    (MODEL, {"click_count": 2}),
    ("g.node[data-name='Sequential/Linear[0]']", {"trial": True}),  # waits for it, does not click
    ("#svg", {"position": {"x": 9, "y": 200}}),  # nothing is selected any more, so nothing lies over the drawing
    ("text=Fit to screen", {}),
)
SETTINGS = "[aria-label='Toggle settings side pane']"


@dataclass(frozen=True)
class View:
    """One tab: its address, what must be on the screen before it counts as drawn, and the height that shows it."""

    name: str
    address: str
    drawn: tuple[str, ...]  # selectors that must be visible
    height: int
    clicks: tuple[Click, ...] = ()  # done after that


VIEWS = (
    View("tensorboard_scalars", "?tagFilter=loss#timeseries", ("line-chart canvas", "text=Smoothed"), 660, ((SETTINGS, {}),)),
    View("tensorboard_histograms", "#histograms", ("vz-histogram-timeseries path",), 640),
    View("tensorboard_images", "#images", ("tf-image-loader img",), 480),
    View("tensorboard_graph", "#graphs", (MODEL,), 720, UNFOLD),
    View("tensorboard_hparams", "#hparams", ("text=final/accuracy", "text=lr_0.001"), 420),
)


def write_runs() -> None:
    """Run the page's snippet, which leaves the folder `runs`; what it prints goes to stderr."""
    with contextlib.redirect_stdout(sys.stderr), warnings.catch_warnings(action="ignore"):
        runpy.run_path(str(SNIPPET), run_name="__main__")


def serve() -> str:
    """Start TensorBoard on a free port of this machine, in a thread that ends with this process; returns its address."""
    from tensorboard import program  # type: ignore[import-untyped]

    server = program.TensorBoard()
    server.configure(argv=["tensorboard", "--logdir", "runs", "--host", "127.0.0.1", "--port", "0", "--load_fast", "false"])
    return server.launch()


def shoot(page: Any, url: str, view: View, folder: Path) -> str:
    """Open one tab, wait until it is drawn, write its picture and return the text on the screen."""
    page.set_viewport_size({"width": 1000, "height": view.height})
    page.goto("about:blank")  # an address that differs only behind the # would not load anew
    page.goto(f"{url}{view.address}")
    for selector in view.drawn:
        try:
            page.locator(selector).first.wait_for(state="visible", timeout=PATIENCE)
        except PlaywrightTimeout:
            raise ValueError(
                f"{view.name}: {selector} did not appear at {view.address} in {PATIENCE} ms: has TensorBoard changed?"
            ) from None
    picture = settled(page)
    for selector, how in view.clicks:
        page.locator(selector).first.click(**how)
        picture = settled(page)
    if len(picture) > LIMIT:
        raise ValueError(f"{view.name}.png has {len(picture)} bytes, more than {LIMIT}: lower the height of its view")
    (folder / f"{view.name}.png").write_bytes(picture)
    return " ".join(page.evaluate(VISIBLE_TEXT).split())


def settled(page: Any) -> bytes:
    """The picture of the page once a second no longer changes it: drawings grow in."""
    picture, before = b"", None
    while picture != before:
        before = picture
        page.wait_for_timeout(1000)
        picture = page.screenshot(animations="disabled", caret="hide")
    return picture


def take(folder: Path) -> dict[str, str]:
    """Write all pictures to `folder`; returns the text that each one shows."""
    browser_path, folder = chromium(), folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    # TensorBoard takes TensorFlow if it finds it, which takes seconds; this name is its own switch to do without.
    sys.modules["tensorboard.compat.notf"] = types.ModuleType("notf")
    # In the temporary folder, so that the screen says `runs` and not where that folder lies.
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch), sync_playwright() as playwright:
        write_runs()
        url = serve()
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        page = browser.new_page(color_scheme="light", locale="en-US")
        texts = {view.name: shoot(page, url, view, folder) for view in VIEWS}
        browser.close()
    return texts


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FIGURES
    try:
        texts = take(folder)
    except (FileNotFoundError, ValueError) as error:
        sys.exit(f"tensorboard_screenshot: {error}")
    for name, text in texts.items():
        print(f"{name}.png: {text}")


if __name__ == "__main__":
    main()
