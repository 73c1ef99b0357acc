"""Draw the Mermaid diagrams of the pages to docs/diagrams/, and delete the drawings that no page shows any more.

Needs Chromium (a system package; the variable CHROMIUM names another one) and Mermaid, which npm fetches:

    npm install --no-package-lock --prefix scripts
    uv run python scripts/draw_diagrams.py

A drawing that is there is kept, because other fonts would measure it differently; delete its file to have it drawn again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from browser import FLAGS, chromium
from playwright.sync_api import Error, sync_playwright

from proven.fault import Fault, shown
from workshop.compile.pictures import COLOURS, drawing
from workshop.project import ROOT, Site

MERMAID = Path(__file__).parent / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
WIDTH = 400  # pixels: wider ones would be too small to read on a phone
PAGE, FILL, BORDER, LINE = COLOURS
CONFIG = {
    "startOnLoad": False,
    "look": "classic",
    "htmlLabels": False,  # HTML inside SVG does not print and needs a style sheet
    "flowchart": {
        "htmlLabels": False,
        "diagramPadding": 4,
        "nodeSpacing": 24,
        "rankSpacing": 28,
        "padding": 12,
        "wrappingWidth": 300,
        "minNodeWidth": 40,
    },
    "fontFamily": "Liberation Sans, Arial, Noto Sans CJK KR, sans-serif",  # as wide as what most readers have
    "theme": "base",
    "themeVariables": {
        "fontSize": "16px",
        "primaryColor": FILL,
        "primaryBorderColor": BORDER,
        "primaryTextColor": "#000000",
        "lineColor": LINE,
        "textColor": "#000000",
        "edgeLabelBackground": PAGE,
        "clusterBkg": PAGE,
        "clusterBorder": BORDER,
        "titleColor": "#000000",
    },
}
# What Mermaid's style sheet says of each element becomes its attributes; classes, data and rules that nothing uses go.
DRAW = """async ([source, config]) => {
    mermaid.initialize(config);
    document.body.innerHTML = (await mermaid.render("drawing", source)).svg;
    const svg = document.querySelector("svg"), kept = ["fill", "stroke", "stroke-width", "stroke-dasharray"];
    const hex = value => value.replace(/rgba?\\((\\d+), (\\d+), (\\d+)(?:, ([\\d.]+))?\\)/, (all, r, g, b, a) =>
        a === "0" ? "none" : "#" + [r, g, b].map(n => Number(n).toString(16).padStart(2, "0")).join(""));
    const shape = new Set(["rect", "path", "polygon", "circle", "line", "text", "ellipse", "polyline"]);
    const initial = {"fill": "#000000", "stroke": "none", "stroke-width": "1px", "stroke-dasharray": "none"};
    const styles = [...svg.querySelectorAll("*")].map(node => [node, {...Object.fromEntries(
        [...kept, "text-anchor", "font-weight"].map(key => [key, hex(getComputedStyle(node)[key])]))}]);
    for (const [node, style] of styles) {
        if (["style", "title", "desc"].includes(node.tagName)) { node.remove(); continue }
        for (const {name} of [...node.attributes])
            if (/^(class|style|data-|role|aria-|xml:|label|look)/.test(name)) node.removeAttribute(name);
        if (shape.has(node.tagName)) {
            if (/^(0|0px|1, 0px)$/.test(style["stroke-dasharray"])) style["stroke-dasharray"] = "none";
            for (const key of kept) {
                node.removeAttribute(key);
                if (style.stroke === "none" && key.startsWith("stroke")) continue;
                if (style[key] !== initial[key]) node.setAttribute(key, style[key].replace("px", ""));
            }
            if (node.tagName === "text" && style["text-anchor"] !== "start") node.setAttribute("text-anchor", style["text-anchor"]);
        }
        if (node.tagName === "tspan" && style["font-weight"] === "400" && !node.hasAttribute("x")) { node.replaceWith(...node.childNodes); continue }
        for (const {name, value} of [...node.attributes])
            if (name !== "id" && !/^#/.test(value)) node.setAttribute(name, value.replace(/-?\\d+\\.\\d{2,}/g, n => String(Number(Number(n).toFixed(1)))));
    }
    for (const node of [...svg.querySelectorAll("marker")])
        if (!svg.outerHTML.includes(`url(#${node.id})`)) node.remove();
    for (const node of [...svg.querySelectorAll("[id]")])
        if (node.tagName !== "marker") node.removeAttribute("id");
    for (let empty; (empty = [...svg.querySelectorAll("g, defs, text, filter, linearGradient, rect:not([width])")].filter(n =>
        ["filter", "linearGradient", "rect"].includes(n.tagName) || !n.textContent.trim() && !n.querySelector("rect, path, polygon, circle, line, marker"))).length;)
        empty.forEach(node => node.remove());
    const [left, top, width, height] = svg.getAttribute("viewBox").split(" ").map(side => Math.ceil(side));
    for (const {name} of [...svg.attributes]) svg.removeAttribute(name);
    for (const [name, value] of Object.entries({viewBox: [left, top, width, height].join(" "), width, height})) svg.setAttribute(name, value);
    svg.setAttribute("font-size", config.themeVariables.fontSize.replace("px", ""));
    return [width, new XMLSerializer().serializeToString(svg).replace(/>\\s+</g, "><")];
}"""


def draw(page: Any, source: str) -> str:
    """The SVG of a diagram.

    Raises:
        ValueError: Mermaid cannot read it, or it is too wide.
    """
    try:
        width, svg = page.evaluate(DRAW, [source, CONFIG])
    except Error as error:
        raise ValueError(error.message.splitlines()[0]) from None
    if width > WIDTH:
        raise ValueError(f"{width} pixels wide, and more than {WIDTH} cannot be read on a phone: let it run from top to bottom (TB)")
    return svg + "\n"


def main() -> None:
    wanted = {
        ROOT / "docs" / drawing(item.text): (page.path, item)
        for pages in Site().all_pages().values()
        for page in pages.values()
        for item in page.of("diagram")
    }
    drawings = ROOT / "docs" / "diagrams"
    drawings.mkdir(exist_ok=True)
    for path in set(drawings.glob("*.svg")) - set(wanted):
        path.unlink()
        print(f"{shown(path)}: no page shows it any more, deleted")
    missing = {path: place for path, place in wanted.items() if not path.is_file()}
    if not missing:
        return
    if not MERMAID.is_file():
        sys.exit("draw_diagrams: no Mermaid: run `npm install --no-package-lock --prefix scripts`")
    try:
        browser_path = chromium()
    except FileNotFoundError as error:
        sys.exit(f"draw_diagrams: {error}")
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser_path, args=FLAGS).new_page()
        page.add_script_tag(path=MERMAID)
        for path, (where, item) in missing.items():
            try:
                path.write_text(draw(page, item.text), "utf-8")
            except ValueError as error:
                sys.exit(str(Fault(where, item.line, f"not drawn: {error}", "correct the diagram")))
            print(f"{shown(path)}: {shown(where)}:{item.line}, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
