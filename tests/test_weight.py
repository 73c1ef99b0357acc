"""What a page weighs: the compressed bytes that a browser asks of the server to show it, for a reader who comes for the first time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import FOLDERS, KINDS, addresses
from workshop.project import ROOT

RECORDED = ROOT / "data" / "weights.json"
# Bytes: a page with all that it loads; a list that grows with the site; the search index for each page that it finds.
MOST = {"text": 75_000, "list": 90_000, "index": 3_700}  # the index holds what readers of each page asked, too
LISTS = ("reference/errors", "reference/status")
GROWTH = 1.1  # more than this is to be looked at; `pytest tests/test_weight.py --update` accepts it


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


@pytest.fixture(scope="module")
def weights(built_site: Path, serve: Callable[[Path], str], browser: object, request: pytest.FixtureRequest) -> dict[str, int]:
    """What a page of each kind weighs in each language, with everything that it loads, and the search index."""
    found = {}
    for language, folder in FOLDERS.items():
        for kind, address in {"front": "", **KINDS}.items():
            context = browser.new_context()
            answers: list[object] = []
            context.on("response", lambda answer, seen=answers: seen.append(answer))
            tab = context.new_page()
            tab.goto(serve(built_site) + folder + address)
            tab.evaluate("scrollTo(0, document.body.scrollHeight)")  # what loads lazily
            tab.wait_for_load_state("networkidle")
            found[f"{language} {kind}"] = sum(int(answer.headers["content-length"]) for answer in answers)
            assert not any("search_index" in answer.url for answer in answers), "it waits until the search opens"
            context.close()
        found[f"{language} index"] = compressed(built_site / folder / "search" / "search_index.json")
    if request.config.getoption("--update"):
        RECORDED.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return found


def test_nothing_has_grown_by_a_tenth(weights: dict[str, int]) -> None:
    recorded = json.loads(RECORDED.read_text("utf-8"))
    assert recorded.keys() == weights.keys()
    grown = [
        f"{name}: {weight:,} bytes, recorded {recorded[name]:,}" for name, weight in weights.items() if weight > GROWTH * recorded[name]
    ]
    assert not grown, "\n".join([*grown, "mend: find out what it is, or accept it with `uv run pytest tests/test_weight.py --update`"])


def test_the_search_index_grows_no_faster_than_the_site(built_site: Path, weights: dict[str, int]) -> None:
    pages = sum(1 for _ in addresses(built_site)) / len(FOLDERS)
    assert {name: weight for name, weight in weights.items() if name.endswith("index") and weight > MOST["index"] * pages} == {}


def test_every_text_page_weighs_at_most_75_kilobytes(built_site: Path, weights: dict[str, int]) -> None:
    for language, folder in FOLDERS.items():
        page = built_site / folder / KINDS["text"] / "index.html"
        around = weights[f"{language} text"] - compressed(page)  # scripts and styles: the same for every page
        heavy = {}
        for address in addresses(built_site):
            text = (built_site / address / "index.html").read_text("utf-8")
            pictures = '<svg class="figure' in text or 'role="img"' in text or "<img" in text
            if (address.split("/")[0] == "en") == (language == "en") and not pictures:
                heavy[address] = around + compressed(built_site / address / "index.html")
        assert len(heavy) > 8
        most = {address: MOST["list" if address.removeprefix("en/") in LISTS else "text"] for address in heavy}
        assert {address: weight for address, weight in heavy.items() if weight > most[address]} == {}
