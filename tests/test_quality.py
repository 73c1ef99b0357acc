"""The built site as a browser, a screen reader, a keyboard, a printer and a validator meet it: every page, both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from conftest import FLAGS, FOLDERS, KINDS, WEB, addresses
from proven.script import ROOT

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
DESKTOP = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
SCHEMES = {"light": "default", "dark": "slate"}
SAMPLES = ["autograd/gradients-add-up/", "en/data/collate-fn/"]  # where a state of the page is looked at, not the page

# Opens what is folded, goes through the page as a reader does, and waits for what that loads.
READ = """async () => {
    for (const details of document.querySelectorAll("details")) details.open = true
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y)
        await new Promise(requestAnimationFrame)
    }
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
}"""

# Thousands of tokens have a dozen looks, what a picture is made of is hidden behind its name, and the menu is the same on every page:
# one token of each look, empty pictures and one menu show the same faults in a fraction of the time.
PREPARE_AXE = """menu => {
    if (!menu) document.querySelector(".md-nav--primary > .md-nav__list").replaceChildren()
    const seen = new Set()
    for (const token of document.querySelectorAll(".highlight span[class]")) {
        const look = token.className + " in " + token.parentElement.closest("[class]").className
        if (token.firstElementChild || !seen.has(look)) seen.add(look)
        else token.replaceWith(token.textContent)
    }
    for (const picture of document.querySelectorAll("svg[role=img]")) picture.replaceChildren()
    for (const details of document.querySelectorAll("details")) details.open = true
}"""
START_AXE = """rules => { window.judging = axe.run({ resultTypes: ["violations"], ...(rules && { runOnly: rules }) }) }"""
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules for which it matters whether it is light or dark
FINISH_AXE = """async () => (await window.judging).violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${html.slice(0, 150)} (${failureSummary.split("\\n")[1].trim()})`))"""


def url(base: str, address: str) -> str:
    return base + address + ("" if address.endswith("html") or not address else "/")


def listed(faults: list[str]) -> str:
    return "\n".join([f"{len(faults)} faults", *faults[:40]])


@pytest.fixture(scope="session")
def every(built_site: Path) -> list[str]:
    """The address of every page of both languages, and the page for what does not exist."""
    return [*addresses(built_site), "404.html", "en/404.html"]


# What a page loads and where it leads


def test_no_page_asks_a_third_party_or_the_console_for_anything_or_is_wider_than_a_small_phone(
    built_site: Path, every: list[str], serve: Callable[[Path], str], browser: object
) -> None:
    base = serve(built_site)
    faults: list[str] = []
    context = browser.new_context(**PHONE | {"viewport": {"width": 360, "height": 740}})
    context.on("console", lambda message: faults.append(f"{message.page.url}: console: {message.text}"))
    context.on("weberror", lambda error: faults.append(f"{error.page.url}: {error.error}"))
    context.on(
        "request", lambda request: None if request.url.startswith((base, "data:", "blob:")) else faults.append(f"asks for {request.url}")
    )
    context.on("response", lambda response: None if response.status < 400 else faults.append(f"{response.status} {response.url}"))
    tab = context.new_page()
    for address in every:
        tab.goto(url(base, address))
        if (wide := tab.evaluate(READ)) > 0:
            faults.append(f"{address}: {wide} px too wide")
    context.close()
    assert not faults, listed(faults)


class Links(HTMLParser):
    """The ids of a page and the addresses that it names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if identity := known.get("id"):
            self.ids.add(identity)
        if tag == "meta" and known.get("property") in ("og:url", "og:image"):
            known["href"] = known["content"]
        self.links += [known[key] or "" for key in ("href", "src") if key in known and tag != "use"]


def test_every_link_inside_the_site_leads_to_a_file_and_an_anchor_that_exist(built_site: Path, every: list[str]) -> None:
    root = "https://torchbyexample.github.io/"
    assert f"site_url: {root}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = {}
    for address in every:
        file = built_site / address if address.endswith("html") else built_site / address / "index.html"
        pages[url(root, address)] = Links(file.read_text("utf-8"))
    faults = []
    for here, page in pages.items():
        for link in page.links:
            there, anchor = urldefrag(urljoin(here, link))
            if not there.startswith(root):
                if not urlsplit(link).hostname and not link.startswith(("mailto:", "data:")):
                    faults.append(f"{here}: {link!r} leads nowhere")
                continue
            file = built_site / unquote(urlsplit(there).path).removeprefix("/")
            if not (file / "index.html").is_file() and not file.is_file():
                faults.append(f"{here}: {link} does not exist")
            elif anchor and there.split("?")[0] in pages and unquote(anchor) not in pages[there.split("?")[0]].ids:
                faults.append(f"{here}: {link} names no place of that page")
    assert len(pages) > 30
    assert not faults, listed(faults)


# Accessibility


@pytest.fixture(scope="session")
def axe(node: object) -> str:  # noqa: ARG001 the fixture skips without what npm installs
    return (WEB / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def paint(tab: object, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")


def test_axe_finds_nothing_on_any_page_in_either_scheme_on_a_desktop_or_a_phone(
    built_site: Path, every: list[str], serve: Callable[[Path], str], browser: object, axe: str
) -> None:
    base = serve(built_site)
    faults: set[str] = set()
    tabs = {}
    for name, settings in (("desktop", DESKTOP), ("phone", PHONE)):
        context = browser.new_context(**settings)
        context.add_init_script(axe)
        tabs[name] = context.new_page()
    for address in every:
        for tab in tabs.values():
            tab.goto(url(base, address))
            tab.evaluate(PREPARE_AXE, address in ("", "en"))
        for scheme in SCHEMES:
            for tab in tabs.values():  # both are judged at the same time
                paint(tab, scheme)
                tab.evaluate(START_AXE, COLOURS if scheme == "dark" else None)
            for name, tab in tabs.items():
                faults |= {f"{address} ({name}, {scheme}): {fault}" for fault in tab.evaluate(FINISH_AXE)}
    for tab in tabs.values():
        tab.context.close()
    assert not faults, listed(sorted(faults))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_where_the_search_or_the_menu_is_open(
    built_site: Path, serve: Callable[[Path], str], browser: object, axe: str, scheme: str
) -> None:
    base = serve(built_site)
    faults = []
    for settings in (DESKTOP, PHONE):
        context = browser.new_context(**settings)
        context.add_init_script(axe)
        for address in SAMPLES:
            tab = context.new_page()
            tab.goto(base + address)
            tab.evaluate(PREPARE_AXE, True)
            paint(tab, scheme)
            if settings is PHONE:
                tab.locator("label.md-header__button[for=__drawer]").click()
                tab.wait_for_timeout(400)  # the drawer slides in
                tab.evaluate(START_AXE)
                faults += [f"{address} (menu): {fault}" for fault in tab.evaluate(FINISH_AXE)]
                tab.locator("label.md-overlay").click(position={"x": 380, "y": 400})
                tab.locator("label.md-header__button[for=__search]").click()
            tab.locator("[name=query]").fill("backward")
            tab.wait_for_selector(".md-search-result__link")
            tab.wait_for_timeout(400)
            tab.evaluate(START_AXE)
            faults += [f"{address} (search): {fault}" for fault in tab.evaluate(FINISH_AXE)]
        context.close()
    assert not faults, listed(faults)


# Markup


def test_every_page_is_valid_html(built_site: Path, node: Callable, tmp_path: Path) -> None:
    done = node(
        "html-validate/bin/html-validate.mjs",
        "--config",
        str(WEB / "html-validate.json"),
        "--formatter",
        f"json={tmp_path / 'faults.json'}",
        str(built_site),
    )
    results = json.loads((tmp_path / "faults.json").read_text("utf-8"))
    faults = [
        f"{Path(page['filePath']).relative_to(built_site)}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in results
        for fault in page["messages"]
    ]
    assert not faults, listed(faults)
    assert done.returncode == 0, done.stderr


# Keyboard

# Everything that Tab should reach, told apart by its place among them.
CONTROLS = """() => {
    const shown = node => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0 && !node.closest("[hidden]")
    window.controls = [...document.querySelectorAll("a[href], button, input, summary, label[tabindex], [tabindex='0']")]
        .filter(node => node.tabIndex >= 0 && !node.disabled && shown(node))
    return controls.map(node => node.outerHTML.slice(0, 120))
}"""
# Which of them has the focus, and whether one sees it: its outline, or that of the label which stands for a hidden choice.
FOCUSED = """() => {
    const node = document.activeElement
    const seen = [node, node.nextElementSibling].some(part => {
        const { outlineStyle, outlineWidth } = part ? getComputedStyle(part) : {}
        return outlineStyle && outlineStyle !== "none" && outlineWidth !== "0px"
    })
    return [controls.indexOf(node), seen || node.matches("[name=query]"), node.outerHTML.slice(0, 120)]
}"""


@pytest.fixture
def page(built_site: Path, serve: Callable[[Path], str], browser: object) -> object:
    """A page with code, a diagram, tables, proofs and folded parts, on a desktop."""
    context = browser.new_context(**DESKTOP | {"permissions": ["clipboard-read", "clipboard-write"]})
    tab = context.new_page()
    tab.goto(f"{serve(built_site)}en/autograd/gradients-add-up/")
    tab.wait_for_selector(".md-code__button", state="attached")
    tab.wait_for_timeout(300)
    yield tab
    context.close()


def test_the_tab_key_alone_reaches_everything_that_can_be_operated_and_one_sees_where_it_is(page: object) -> None:
    controls = page.evaluate(CONTROLS)
    reached, unseen = set(), set()
    for _ in range(2 * len(controls)):
        page.keyboard.press("Tab")
        place, seen, what = page.evaluate(FOCUSED)
        if place in reached and len(reached) > 10:
            break
        reached.add(place)
        if not seen:
            unseen.add(what)
    # Of the choices between light and dark only the next one is offered at a time.
    missed = [what for place, what in enumerate(controls) if place not in reached and "__palette" not in what]
    assert len(reached) > 60
    assert not missed, listed(missed)
    assert not unseen, listed(sorted(unseen))


def test_the_keyboard_operates_what_it_reaches(page: object) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement?.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.length > 1")

    page.set_viewport_size({"width": 500, "height": 900})
    page.locator("pre > code[tabindex]:visible").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    page.set_viewport_size(DESKTOP["viewport"])

    page.locator(".embedded .md-code__button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('backward'))")

    summary = page.locator("article summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("node => node.parentElement.open")

    page.locator("input.md-option").first.focus()
    for scheme in ("default", "slate"):  # from the system's choice to light, and on to dark
        page.keyboard.press("Enter")
        page.wait_for_selector(f"body[data-md-color-scheme={scheme}]:not([data-md-color-media='(prefers-color-scheme)'])")

    page.keyboard.press("/")
    page.keyboard.type("zero_grad")
    page.wait_for_selector(".md-search-result__link")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?h=*")

    page.locator(".language a").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.lang === 'ko'")


# Paper

TABS = """() => document.querySelector("article").insertAdjacentHTML("beforeend", `
    <div class="tabbed-set tabbed-alternate" data-tabs="9:2"><input checked id="t1" name="t" type="radio"><input id="t2" name="t" type="radio">
    <div class="tabbed-labels"><label for="t1">One</label><label for="t2">Two</label></div>
    <div class="tabbed-content"><div class="tabbed-block"><p>First</p></div><div class="tabbed-block"><p>Second</p></div></div></div>`)"""
ON_PAPER = r"""() => {
    const shown = node => node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && node.getBoundingClientRect().height > 0
    const all = (selector, test) => [...document.querySelectorAll(selector)].filter(test).map(node => node.outerHTML.slice(0, 100))
    const light = color => (([r, g, b, a]) => a === 0 || r + g + b > 600)((color.match(/[\d.]+/g)).map(Number))
    const style = selector => getComputedStyle(document.querySelector(selector))
    return {
        hidden: all("article .tabbed-block, article details > :not(summary), article pre", node => !shown(node)),
        shown: all(".md-header, .md-sidebar, .md-footer, .md-code__nav, .md-top, .md-search, .headerlink", shown),
        dark: all("body, article, article pre > code, article th", node => !light(getComputedStyle(node).backgroundColor)),
        pale: light(style("article p").color),
        wraps: style("article pre > code").whiteSpace.includes("pre-wrap"),
    }
}"""


COLOURS_OF_ALL = """() => [...document.querySelectorAll("body, article *")].map(node => {
    const { color, backgroundColor, fill, stroke } = getComputedStyle(node)
    return [node.tagName, node.textContent.trim().slice(0, 60), color, backgroundColor, fill, stroke].join(" ")
})"""


def test_paper_shows_what_is_folded_in_light_colours_and_nothing_that_one_clicks(page: object) -> None:
    colours = {}
    page.evaluate(TABS)
    for scheme in SCHEMES:
        page.emulate_media(media="screen")
        paint(page, scheme)
        page.emulate_media(media="print", color_scheme=scheme)
        assert page.locator("article details").count() > 0
        assert page.evaluate(ON_PAPER) == {"hidden": [], "shown": [], "dark": [], "pale": False, "wraps": True}
        colours[scheme] = page.evaluate(COLOURS_OF_ALL)
    differ = [f"{light} / {dark}" for light, dark in zip(colours["light"], colours["dark"], strict=True) if light != dark]
    assert not differ, listed(differ)


# Lighthouse

FLOORS = {"accessibility": 1, "best-practices": 1, "seo": 1, "performance": 0.95}
PHONE_SPEED = 375  # Lighthouse takes a phone for a quarter as fast as a desktop, whose benchmark index is about 1500


def without_blocking_time(report: dict) -> float:
    """The performance score of what the page loads and paints: how long the processor was busy says as much of the machine as of the page."""
    metrics = [ref for ref in report["categories"]["performance"]["auditRefs"] if ref["weight"] and ref["id"] != "total-blocking-time"]
    total = sum(ref["weight"] for ref in metrics)
    return sum(ref["weight"] * (report["audits"][ref["id"]]["score"] or 0) for ref in metrics) / total


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_is_content_with_a_page_on_a_phone(
    built_site: Path, serve: Callable[[Path], str], chromium: str, node: Callable, kind: str, language: str
) -> None:
    address = serve(built_site) + FOLDERS[language] + KINDS[kind]
    faults: list[str] = []
    slowdown = 4.0
    for _ in range(5):  # a machine that is slow or busy is slowed down as much less
        done = node(
            "lighthouse/cli/index.js",
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(FLOORS)}",
            f"--chrome-flags={' '.join(FLAGS)}",
            f"--throttling.cpuSlowdownMultiplier={slowdown:.1f}",
            CHROME_PATH=chromium,
        )
        assert done.returncode == 0, done.stderr
        report = json.loads(done.stdout)
        speed = report["environment"]["benchmarkIndex"]
        scores = {name: category["score"] or 0 for name, category in report["categories"].items()}
        scores["performance"] = max(scores["performance"], without_blocking_time(report))
        faults = [f"{name}: {scores[name]}, not {floor}" for name, floor in FLOORS.items() if scores[name] < floor]
        if not any(fault.startswith("performance") for fault in faults):
            break
        slowdown = min(4, max(1, speed / PHONE_SPEED))
    audits = report["audits"].items()
    losses = [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}"
        for name, audit in audits
        if (audit["score"] or 0) < 0.9 and audit["score"] is not None
    ]
    assert not faults, listed([f"benchmark index {speed}, slowed down {slowdown:.1f} times", *faults, *losses])
