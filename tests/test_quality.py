"""The built site as a browser, a screen reader, a keyboard, a printer and a validator meet it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from browser import FLAGS

from conftest import AHEAD, FOLDERS, KINDS, WEB, Ahead, addresses, node_tools
from workshop.home import home

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
DESKTOP = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
SCHEMES = {"light": "default", "dark": "slate"}
SAMPLES = ["autograd/gradients-add-up/", "en/data/collate-fn/"]  # where a state of the page is looked at, not the page
WIDTHS = (320, 390, 1280)


def url(base: str, address: str) -> str:
    return base + address + ("" if address.endswith("html") or not address else "/")


def listed(faults: list[str]) -> str:
    return "\n".join([f"{len(faults)} faults", *faults[:40]])


@pytest.fixture(scope="session")
def every(built_site: Path) -> list[str]:
    """The address of every page of both languages, and the page for what does not exist."""
    return [*addresses(built_site), "404.html", "en/404.html"]


# One tour through all pages, which asks what the tests below judge

# Opens what is folded and waits for every picture.
READ = """async () => {
    for (const details of document.querySelectorAll("details")) details.open = true
    for (const image of document.images) image.loading = "eager"
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
}"""
# What is too wide for the page; formulas that are not drawn or wider than the text; code that scrolls though no line is long.
MEASURE = """() => {
    const root = document.documentElement, width = root.clientWidth, text = document.querySelector("article")?.clientWidth
    return {
        wide: root.scrollWidth - width,
        formulas: [...document.querySelectorAll("math")].filter(math => math.clientHeight < 5 || math.clientWidth < 3 || (math.scrollWidth > text && !math.closest(".formula"))).map(math => math.getAttribute("alttext")),
        drawn: document.querySelectorAll("math").length,
        code: [...document.querySelectorAll("article .highlight > pre > code")].filter(code =>
            code.scrollWidth > code.clientWidth + 1 && code.textContent.split("\\n").every(line => line.length <= 88)).map(code => code.textContent.slice(0, 60)),
        unmarked: [...document.querySelectorAll("article :is(pre > code, .scroll, .formula)")].filter(box =>
            (box.scrollWidth > box.clientWidth + 2) !== (box.classList.contains("more") && box.tabIndex === 0)).map(box => box.textContent.trim().slice(0, 60)),
        blank: [...document.querySelectorAll("article :is(h1, h2, h3)")].filter(heading => {
            const link = heading.querySelector(".headerlink"), words = document.createRange()
            if (!link) return false
            words.setStart(heading, 0)
            words.setEndBefore(link)
            return link.getBoundingClientRect().top > [...words.getClientRects()].pop().bottom - 2
        }).map(heading => heading.id),
    }
}"""
# Every kind of element on the page: what it is inside what.
KINDS_OF_ELEMENTS = """() => {
    const name = node => [node.localName, ...[...node.classList].filter(word => !/\\d/.test(word)).sort(),
        ...["role", "type", "aria-current", "tabindex"].map(key => node.hasAttribute(key) ? `${key}=${node.getAttribute(key)}` : "")].join(" ")
    const kinds = new Set()
    for (const node of document.body.querySelectorAll(":not(svg *, math *, script)")) kinds.add(`${name(node.parentElement)} > ${name(node)}`)
    return [...kinds]
}"""


@pytest.fixture(scope="session")
def tour(built_site: Path, every: list[str], serve: Callable[[Path], str], browser: object) -> dict[str, dict]:
    """What each page shows at each width, of which kinds of elements it is made, and all that it asks for or complains of."""
    base = serve(built_site)
    context = browser.new_context(viewport={"width": 320, "height": 740}, has_touch=True, reduced_motion="reduce")
    found: dict[str, dict] = {}
    loud: list[str] = []
    context.on("console", lambda message: loud.append(f"console: {message.text}"))
    context.on("weberror", lambda error: loud.append(str(error.error)))
    context.on(
        "request", lambda request: None if request.url.startswith((base, "data:", "blob:")) else loud.append(f"asks for {request.url}")
    )
    context.on("response", lambda response: None if response.status < 400 else loud.append(f"{response.status} {response.url}"))
    tab = context.new_page()
    for address in every:
        loud.clear()
        tab.set_viewport_size({"width": 320, "height": 740})
        tab.goto(url(base, address))
        tab.evaluate(READ)
        widths = {}
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 740})
            tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            widths[width] = tab.evaluate(MEASURE)
        found[address] = {"loud": list(loud), "kinds": set(tab.evaluate(KINDS_OF_ELEMENTS)), **widths}
    context.close()
    return found


def seen(tour: dict[str, dict], what: str) -> list[str]:
    """What of a kind the tour has seen: page, width and place."""
    return [f"{address} at {width}: {fault}" for address, page in tour.items() for width in WIDTHS for fault in page[width][what]]


def test_no_page_asks_a_third_party_or_the_console_for_anything(tour: dict[str, dict]) -> None:
    faults = [f"{address}: {fault}" for address, page in tour.items() for fault in page["loud"]]
    assert not faults, listed(faults)


def test_no_page_is_wider_than_the_screen(tour: dict[str, dict]) -> None:
    faults = [
        f"{address} at {width}: {page[width]['wide']} px too wide"
        for address, page in tour.items()
        for width in WIDTHS
        if page[width]["wide"] > 0
    ]
    assert not faults, listed(faults)


def test_every_formula_of_the_pages_is_drawn_by_the_browser(tour: dict[str, dict]) -> None:
    assert sum(page[320]["drawn"] for page in tour.values()) > 8
    assert not (faults := seen(tour, "formulas")), listed(faults)


def test_code_of_88_characters_fits_its_column_on_a_desktop(tour: dict[str, dict]) -> None:
    faults = [f"{address}: {code}" for address, page in tour.items() for code in page[1280]["code"]]
    assert not faults, listed(faults)


def test_what_scrolls_sideways_says_so_and_takes_the_focus(tour: dict[str, dict]) -> None:
    assert not (faults := seen(tour, "unmarked")), listed(faults)


def test_the_address_of_a_heading_takes_no_line_of_its_own(tour: dict[str, dict]) -> None:
    assert not (faults := seen(tour, "blank")), listed(faults)


# Where the links lead


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
    root = home().address
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
            file = built_site / unquote(there.removeprefix(root).partition("?")[0])
            if not (file / "index.html").is_file() and not file.is_file():
                faults.append(f"{here}: {link} does not exist")
            elif anchor and there.split("?")[0] in pages and unquote(anchor) not in pages[there.split("?")[0]].ids:
                faults.append(f"{here}: {link} names no place of that page")
    assert len(pages) > 30
    assert not faults, listed(faults)


# Accessibility

# Thousands of tokens have a dozen looks, what a picture is made of is hidden behind its name, and the menu is the same on every page:
# one token of each look, empty pictures and one menu show the same faults in a fraction of the time.
PREPARE_AXE = """menu => {
    if (!menu) document.querySelector(".chapters > ul").replaceChildren()
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


@pytest.fixture(scope="session")
def axe(node: object) -> str:  # noqa: ARG001 the fixture skips without what npm installs
    return (WEB / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def paint(tab: object, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")


def covering(tour: dict[str, dict]) -> list[str]:
    """The fewest pages, taken greedily, that hold together every kind of element that any page has; with both front pages."""
    chosen = ["", "en"]
    left = set().union(*(page["kinds"] for page in tour.values())).difference(*(tour[address]["kinds"] for address in chosen))
    while left:
        chosen.append(max(tour, key=lambda address: len(tour[address]["kinds"] & left)))
        left -= tour[chosen[-1]]["kinds"]
    return chosen


def test_axe_finds_nothing_on_pages_that_hold_every_kind_of_element(
    built_site: Path, tour: dict[str, dict], serve: Callable[[Path], str], browser: object, axe: str, request: pytest.FixtureRequest
) -> None:
    base = serve(built_site)
    faults: set[str] = set()
    tabs = {}
    for name, settings in (("desktop", DESKTOP), ("phone", PHONE)):
        context = browser.new_context(**settings)
        context.add_init_script(axe)
        tabs[name] = context.new_page()
    for address in tour if request.config.getoption("--every-page") else covering(tour):
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
                tab.locator(".menu").click()
                tab.wait_for_timeout(400)  # the menu slides in
                tab.evaluate(START_AXE)
                faults += [f"{address} (menu): {fault}" for fault in tab.evaluate(FINISH_AXE)]
                tab.keyboard.press("Escape")
            tab.locator(".md-header .find").click()
            tab.locator("dialog.search input").fill("backward")
            tab.wait_for_selector("dialog.search li a")
            tab.evaluate(START_AXE)
            faults += [f"{address} (search): {fault}" for fault in tab.evaluate(FINISH_AXE)]
        context.close()
    assert not faults, listed(faults)


# Markup


def validated(site: Path, into: Path) -> tuple[subprocess.CompletedProcess[str], Path]:
    options = ["--config", str(WEB / "html-validate.json"), "--formatter", f"json={into / 'faults.json'}"]
    return node_tools()("html-validate/bin/html-validate.mjs", *options, str(site)), into / "faults.json"


AHEAD["markup"] = lambda folder, ahead: validated(ahead["built_site"].result(), folder) if "built_site" in ahead else None


@pytest.fixture
def markup(ahead: Ahead, built_site: Path, tmp_path: Path) -> tuple[subprocess.CompletedProcess[str], Path]:
    """What the validator says of every page."""
    return ahead["markup"].result() or validated(built_site, tmp_path)


def test_every_page_is_valid_html(built_site: Path, markup: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, file = markup
    results = json.loads(file.read_text("utf-8"))
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
    const shown = node => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0
    window.controls = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
        .filter(node => node.tabIndex >= 0 && !node.disabled && shown(node))
    return controls.map(node => node.outerHTML.slice(0, 120))
}"""
# Which of them has the focus, whether one sees that, and whether it is on the screen.
FOCUSED = """() => {
    const node = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(node), { right, left } = node.getBoundingClientRect()
    return [controls.indexOf(node), outlineStyle !== "none" && outlineWidth !== "0px", right > 0 && left < innerWidth, node.outerHTML.slice(0, 120)]
}"""


@pytest.fixture
def page(built_site: Path, serve: Callable[[Path], str], browser: object) -> object:
    """A page with code, a diagram, tables, proofs and folded parts, on a desktop."""
    context = browser.new_context(**DESKTOP | {"permissions": ["clipboard-read", "clipboard-write"]})
    tab = context.new_page()
    tab.goto(f"{serve(built_site)}en/autograd/gradients-add-up/")
    tab.wait_for_selector(".copy")
    yield tab
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tab_key_alone_reaches_everything_that_can_be_operated_and_one_sees_where_it_is(page: object, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(100)  # what scrolls at this width takes the focus
    controls = page.evaluate(CONTROLS)
    reached, unseen = set(), set()
    for _ in range(2 * len(controls)):
        page.keyboard.press("Tab")
        place, outlined, inside, what = page.evaluate(FOCUSED)
        if what.startswith("<body"):
            break
        if 'class="top"' in what:  # comes when one has scrolled
            continue
        reached.add(place)
        if not outlined or not inside:
            unseen.add(what)
    missed = [what for place, what in enumerate(controls) if place not in reached]
    assert len(reached) > 40
    assert not missed, listed(missed)
    assert not unseen, listed(sorted(unseen))


@pytest.mark.parametrize("width", [320, 390, 1000])
def test_the_menu_of_a_small_screen_opens_by_keyboard_and_is_out_of_reach_until_then(page: object, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    button, links = page.locator(".menu"), page.locator("#menu a")
    assert links.count() > 15
    assert not links.filter(visible=True).count()
    steps = 0
    while not page.evaluate("document.activeElement.matches('.menu')"):
        page.keyboard.press("Tab")
        steps += 1
        assert steps < 5
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.matches('#menu [aria-current=page]')")
    for _ in range(60):  # the rest of the page is out of reach while the menu is open
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#menu')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.menu')")
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # the link before the current one
    page.wait_for_url("**/en/autograd/second-backward/")


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

    page.locator("[data-program] .copy").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('backward'))")

    summary = page.locator("article summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("node => node.parentElement.open")

    page.locator(".scheme").focus()
    for scheme in ("slate", "default"):
        page.keyboard.press("Enter")
        page.wait_for_selector(f"body[data-md-color-scheme={scheme}]")

    page.keyboard.press("/")
    page.keyboard.type("zero_grad")
    page.wait_for_selector("dialog.search li a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "gradients-add-up/#" not in address and "?" not in address)

    page.locator(".language a").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.lang === 'ko'")


# What is pressed and what is said


def test_what_is_copied_and_what_is_found_is_said_aloud(page: object) -> None:
    page.locator(".copy").first.click()
    page.wait_for_function("document.querySelector('.copied[role=status]').textContent === 'Copied'")
    page.locator(".md-header .find").click()
    page.locator("dialog.search input").fill("backward")
    page.wait_for_selector("dialog.search li a")
    assert page.locator("dialog.search [role=status]").inner_text().startswith("Pages found: ")


def test_the_lines_before_a_block_are_one_tap_away(page: object) -> None:
    folded = page.locator(".highlight:has(> .before)").first
    folded.locator(".copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert not folded.locator(".before pre").is_visible()
    folded.locator(".before summary").click()
    before = folded.locator(".before pre").inner_text().strip()
    shown = [
        line.strip() for line in folded.locator("> pre").inner_text().splitlines() if line.strip() and not line.strip().startswith("# >")
    ]
    assert "import torch" in before
    assert copied.startswith(before)
    assert [line.strip() for line in copied.removeprefix(before).splitlines() if line.strip()] == shown


CONTRAST = """selector => {
    const light = color => {
        const [r, g, b] = color.match(/[\\d.]+/g).map(value => value / 255).map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const node = document.querySelector(selector), style = getComputedStyle(node)
    const [low, high] = [light(style.backgroundColor), light(getComputedStyle(node.querySelector("svg")).fill)].sort((a, b) => a - b)
    return node.checkVisibility() ? (high + 0.05) / (low + 0.05) : 0
}"""


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_copy_button_can_be_seen_without_pointing_at_it(page: object, scheme: str, forced: str) -> None:
    paint(page, scheme)
    page.emulate_media(forced_colors=forced)
    assert page.evaluate(CONTRAST, ".copy") >= 3


def test_without_colours_lines_show_where_one_is_and_what_a_run_printed(page: object) -> None:
    page.emulate_media(forced_colors="active")
    for selector in (".chapters [aria-current]", ".highlight .go"):
        assert page.locator(selector).first.evaluate("node => parseFloat(getComputedStyle(node).borderLeftWidth)") >= 2, selector
    assert page.locator("article pre > code").first.evaluate("node => parseFloat(getComputedStyle(node).borderTopWidth)") >= 1


def test_what_is_pressed_on_a_phone_is_large_enough(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    context = browser.new_context(**PHONE)
    tab = context.new_page()
    small = []
    for address in SAMPLES:
        tab.goto(serve(built_site) + address)
        small += tab.evaluate("""() => [...document.querySelectorAll("button, summary, .md-header a, .proof a, .proofs a, .mend a, .doors a")]
            .filter(node => node.checkVisibility() && node.getBoundingClientRect().height < 24).map(node => node.outerHTML.slice(0, 100))""")
    context.close()
    assert not small, listed(small)


def test_the_colour_scheme_that_was_chosen_holds_in_the_other_language(page: object) -> None:
    paint(page, "light")
    page.locator(".scheme").click()
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.locator(".language a").click()
    page.wait_for_url(lambda address: "/en/" not in address)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.locator(".scheme").click()  # back to what the system says, which is followed again
    paint(page, "dark")
    paint(page, "light")


@pytest.mark.parametrize("address", ["reference/errors/", "en/reference/status/", "reference/glossary/"])
def test_a_long_list_is_searched_in_place(built_site: Path, serve: Callable[[Path], str], browser: object, address: str) -> None:
    tab = browser.new_page()
    tab.goto(serve(built_site) + address)
    items, box = tab.locator("article ul > li, article tbody tr"), tab.locator(".filter input")
    word = {"reference/errors/": "backward", "en/reference/status/": "zero_grad", "reference/glossary/": "gradient"}[address]
    every = items.count()
    box.fill(word)
    left = items.filter(visible=True).all_inner_texts()
    assert 0 < len(left) < every
    assert all(word in text.lower() for text in left)
    assert tab.locator(".filter [role=status]").inner_text().endswith(f": {len(left)}")
    box.fill("")
    assert tab.locator("article :is(li, tr)[hidden]").count() == 0
    tab.close()


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
        hidden: all("article .tabbed-block, article details > :not(summary), article .highlight > pre", node => !node.closest(".before, .proof") && !shown(node)),
        shown: all(".md-header, .md-sidebar, .md-footer, .copy, .before, details.proof, .top, dialog, .headerlink, .filter", shown),
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
PAGES = [("ko", "text"), ("en", "notebook")]  # all kinds in both languages with --every-page


def without_blocking_time(report: dict) -> float:
    """The performance score of what the page loads and paints: how long the processor was busy says as much of the machine as of the page."""
    metrics = [ref for ref in report["categories"]["performance"]["auditRefs"] if ref["weight"] and ref["id"] != "total-blocking-time"]
    total = sum(ref["weight"] for ref in metrics)
    return sum(ref["weight"] * (report["audits"][ref["id"]]["score"] or 0) for ref in metrics) / total


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "kind" in metafunc.fixturenames:
        every = [(language, kind) for language in FOLDERS for kind in KINDS]
        metafunc.parametrize(("language", "kind"), every if metafunc.config.getoption("--every-page") else PAGES)


def test_lighthouse_is_content_with_a_page_on_a_phone(
    built_site: Path, serve: Callable[[Path], str], chromium: str, node: Callable, kind: str, language: str
) -> None:
    """The median of three runs: when two agree, the third is not needed."""
    verdicts: list[list[str]] = []
    while sum(not faults for faults in verdicts) < 2 > sum(bool(faults) for faults in verdicts):
        done = node(
            "lighthouse/cli/index.js",
            serve(built_site) + FOLDERS[language] + KINDS[kind],
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(FLOORS)}",
            f"--chrome-flags={' '.join(FLAGS)}",
            CHROME_PATH=chromium,
        )
        assert done.returncode == 0, done.stderr
        report = json.loads(done.stdout)
        scores = {name: category["score"] or 0 for name, category in report["categories"].items()}
        scores["performance"] = max(scores["performance"], without_blocking_time(report))
        faults = [f"{name}: {scores[name]}, not {floor}" for name, floor in FLOORS.items() if scores[name] < floor]
        losses = [
            f"{n}: {a['title']} {a.get('displayValue', '')}"
            for n, a in report["audits"].items()
            if a["score"] is not None and a["score"] < 0.9
        ]
        verdicts.append([*faults, *losses] if faults else [])
    assert sum(not faults for faults in verdicts) == 2, listed(verdicts[-1] or verdicts[-2])
