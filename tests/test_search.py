"""The search: what readers type must lead to the page that answers, in a real browser."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from workshop.site.search import SYNONYMS

from proven.script import ROOT

QUERIES = ROOT / "data" / "queries.csv"
LEAST = {"ko": 80, "en": 40}
HITS = 0.95
BOX = "input.md-search__input"

# Types each query as a reader does, and reads the first three pages of the list.
ASK = """async queries => {
  const box = document.querySelector("[data-md-component=search-query]")
  const [meta, list] = document.querySelector("[data-md-component=search-result]").children
  const found = []
  box.focus()
  for (const query of queries) {
    meta.textContent = ""
    box.value = ""
    document.execCommand("insertText", false, query)
    for (const start = Date.now(); !meta.textContent; await new Promise(resolve => setTimeout(resolve, 2)))
      if (Date.now() - start > 20000) throw new Error(`no answer to ${query}`)
    found.push([...list.children].slice(0, 3).map(item => item.querySelector(":scope > a:has(h1)").pathname))
  }
  return found
}"""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def address(page: str) -> str:
    return "/".join(page.split("/")[:-1] if page.endswith("index") else page.split("/"))


def test_the_list_is_long_enough_and_has_every_kind() -> None:
    kinds = {language: Counter(row["kind"] for row in rows(QUERIES) if row["language"] == language) for language in LEAST}
    for language, least in LEAST.items():
        assert kinds[language].total() >= least
        assert {"noun", "compound", "spacing", "identifier", "error", "question", "synonym"} <= kinds[language].keys()
    assert {"particle", "mixed", "english"} <= kinds["ko"].keys()
    assert max(Counter((row["language"], row["query"]) for row in rows(QUERIES)).values()) == 1


def test_every_page_of_the_list_exists(built_site: Path) -> None:
    for row in rows(QUERIES):
        for page in row["page"].split("|"):
            assert (built_site / {"ko": "", "en": "en"}[row["language"]] / address(page) / "index.html").is_file(), row


def test_a_synonym_has_its_words_in_each_language() -> None:
    for row in rows(SYNONYMS):
        assert None not in row, row
        assert all(row.values()), row
    assert max(Counter(row["typed"].lower().replace(" ", "") for row in rows(SYNONYMS)).values()) == 1


@pytest.mark.parametrize("language", LEAST)
def test_what_readers_type_leads_to_the_page_that_answers(
    built_site: Path, serve: Callable[[Path], str], browser: object, language: str
) -> None:
    queries = [row for row in rows(QUERIES) if row["language"] == language]
    base = "/" if language == "ko" else "/en/"
    tab = browser.new_page()
    tab.goto(serve(built_site).rstrip("/") + base)
    found = tab.evaluate(ASK, [row["query"] for row in queries])
    tab.close()
    misses = []
    for row, pages in zip(queries, found, strict=True):
        shown = [page.removeprefix(base).strip("/") for page in pages]
        if not set(shown) & {address(page) for page in row["page"].split("|")}:
            misses.append(f"{row['kind']}: {row['query']!r} shows {shown}, not {row['page']}")
    share = 1 - len(misses) / len(queries)
    assert share >= HITS, f"hit@3 is {share:.1%} of {len(queries)}:\n" + "\n".join(misses)


def test_a_link_with_a_query_opens_its_results(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    tab = browser.new_page()
    tab.goto(serve(built_site) + "?q=RuntimeError:+Trying+to+backward+through+the+graph+a+second+time")
    first = tab.locator(".md-search-result__item").first
    first.wait_for()
    assert "autograd/graph-and-backward" in first.locator("a").first.get_attribute("href")
    tab.close()


def test_the_keyboard_alone_opens_types_chooses_and_goes(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    tab = browser.new_page()
    tab.goto(serve(built_site) + "en/")
    tab.keyboard.press("/")
    tab.wait_for_function("document.activeElement?.matches('.md-search__input')")
    tab.keyboard.type("drop_last")
    tab.wait_for_selector(".md-search-result__item")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/en/data/drop-last/**")
    tab.close()


def test_an_error_message_leads_to_its_own_place(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    tab = browser.new_page()
    tab.goto(serve(built_site))
    tab.locator(BOX).fill("RuntimeError: grad can be implicitly created only for scalar outputs")
    best = tab.locator(".md-search-result__item").first.locator("a:has(h2)").first
    best.wait_for()
    href = best.get_attribute("href")
    assert "#error-grad-can-be-implicitly" in href
    tab.goto(href)
    assert tab.locator("#" + href.partition("#")[2]).is_visible()
    tab.close()


def test_results_show_prose_and_no_word_that_was_added(built_site: Path, serve: Callable[[Path], str], browser: object) -> None:
    tab = browser.new_page()
    tab.goto(serve(built_site))
    tab.locator(BOX).fill("완디비 로그인")
    item = tab.locator(".md-search-result__item").first
    item.wait_for()
    assert item.locator("h1").inner_text() == "wandb로 실험 기록하기"
    assert tab.locator(".md-search-result__list pre").count() == 0
    assert not tab.locator(".md-search-result__terms").filter(visible=True).count()
    tab.close()


def test_the_search_needs_nothing_that_older_browsers_lack(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_text("utf-8"))
    for source in (index["config"]["separator"], (built_site / "assets/search.js").read_text("utf-8")):
        assert "(?<" not in source  # Safari before 16.4 knows no lookbehind, and then nothing is found at all
