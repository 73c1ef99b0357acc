"""What a reader meets first and finds the way by: front page, chapter pages, errors, breadcrumbs, links of each page, 404."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import yaml

from conftest import FOLDERS
from proven import record
from workshop.home import home
from workshop.project import ROOT, Site

SITE = home().address
LANGUAGES = pytest.mark.parametrize("language", FOLDERS)


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def addresses(site: Path) -> Iterator[str]:
    """Every page: `` for the front page, `en/data/dataset/` for a page below it."""
    for file in sorted(site.rglob("index.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue  # a page that only leads on
        yield f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")


def leads(address: str, href: str) -> str:
    """Where a link of a page leads, seen from the root of the site."""
    return urljoin(SITE + address, html.unescape(href)).removeprefix(SITE)


def hrefs(text: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', text)


def element(text: str, opening: str, closing: str) -> str:
    match = re.search(f"{opening}.*?{closing}", text, re.DOTALL)
    return match[0] if match else ""


def navigation(site: Path) -> dict[str, list[str]]:
    """Chapter -> addresses of its pages in the order of data/nav.yml, as far as they are written."""
    chapters = yaml.safe_load((ROOT / "data/nav.yml").read_text("utf-8"))
    return {name: [f"{page}/" for page in chapter["pages"] if (site / page).is_dir()] for name, chapter in chapters.items()}


# The front page


@LANGUAGES
def test_the_front_page_shows_the_figures_of_the_records(built_site: Path, language: str) -> None:
    project = Site()
    scripts = [project.load(path) for path in project.find()]
    proven = {
        kind: [fact for loaded in scripts for state, fact in [record.proof(loaded, project.facts(kind))] if state == "proven"]
        for kind in record.KINDS
    }
    every = proven["cpu"] + proven["gpu"]
    numbers = [
        f"{len(facts)} / {len(project.find())}" if facts else {"ko": "아직 없음", "en": "not yet"}[language] for facts in proven.values()
    ]
    torch = ", ".join(sorted({fact.torch.split("+")[0] for fact in every}))
    shown = element(read(built_site, FOLDERS[language]), '<div class="figures">', "</dl>.*?</p>")
    assert re.findall(r"<dd[^>]*>(.*?)</dd>", shown) == [*numbers, torch, max(fact.date for fact in every)]
    assert all(html.escape(fact.device) in shown for fact in every)


@LANGUAGES
def test_two_doors_lead_to_pages_and_the_third_one_to_the_search(
    built_site: Path, serve: Callable[[Path], str], browser: object, language: str
) -> None:
    home = FOLDERS[language]
    tab = browser.new_page()
    for door, page in enumerate(("start/first-model/", "reference/errors/")):
        tab.goto(serve(built_site) + home)
        tab.locator(".doors li").nth(door).click()  # in the middle of the card
        tab.wait_for_url(f"**/{home}{page}")
    tab.goto(serve(built_site) + home)
    tab.locator(".doors a").nth(2).click()
    tab.wait_for_function("document.activeElement?.matches('dialog.search[open] input')")
    tab.close()


@LANGUAGES
def test_the_front_page_shows_one_example_with_its_proof_and_every_chapter(built_site: Path, language: str) -> None:
    home = FOLDERS[language]
    text = read(built_site, home)
    assert len(re.findall(r'class="[^"]*\bembedded\b', text)) == text.count('<details class="proof ') == 1
    chapters = [home + f"{chapter}/" for chapter in navigation(built_site)]
    assert [leads(home, href) for href in hrefs(element(text, '<div class="pages">', "</ul>"))] == chapters


# Chapters and the way through them


@LANGUAGES
def test_a_chapter_page_lists_exactly_its_pages_in_order(built_site: Path, language: str) -> None:
    known = Site().pages(language)
    for chapter, pages in navigation(built_site).items():
        address = f"{FOLDERS[language]}{chapter}/"
        listed = element(read(built_site, address), '<div class="pages">', "</ul>")
        assert [leads(address, href) for href in hrefs(listed)] == [FOLDERS[language] + page for page in pages]
        for page in pages:
            if written := known.get(page.strip("/")):  # a notebook is none of these
                assert written.meta["title"] in html.unescape(listed)
                assert written.meta["description"] in html.unescape(listed)


@LANGUAGES
def test_next_and_previous_follow_the_navigation(built_site: Path, language: str) -> None:
    home = FOLDERS[language]
    order = [home] + [home + page for chapter, pages in navigation(built_site).items() for page in (f"{chapter}/", *pages)]
    for before, here, after in zip([None, *order], order, [*order[1:], None], strict=False):
        text = read(built_site, here)
        for relation, neighbour in (("prev", before), ("next", after)):
            links = re.findall(rf'<link rel="{relation}" href="([^"]*)"', text)
            assert [leads(here, link) for link in links] == ([] if neighbour is None else [neighbour]), (here, relation)
            shown = element(text, f'<a href="[^"]*" class="md-footer__link md-footer__link--{relation}"', ">")
            assert [leads(here, href) for href in hrefs(shown)] == ([] if neighbour is None else [neighbour]), (here, relation)


def test_breadcrumbs_lead_to_the_front_page_and_the_chapter(built_site: Path) -> None:
    for address in addresses(built_site):
        home = "en/" if address.startswith("en/") else ""
        chapter, _, page = address.removeprefix(home).partition("/")
        steps = [leads(address, href) for href in hrefs(element(read(built_site, address), '<nav class="md-path"', "</nav>"))]
        assert steps == ([home, f"{home}{chapter}/"] if page else [home] if chapter else []), address


def test_the_language_switch_of_every_page_leads_to_its_counterpart(built_site: Path) -> None:
    for address in addresses(built_site):
        switch = element(read(built_site, address), '<div class="md-header__option language">', "</div>")
        other = address.removeprefix("en/") if address.startswith("en/") else f"en/{address}"
        assert [leads(address, href) for href in hrefs(switch)] == [other]
        assert (built_site / other / "index.html").is_file()


# Errors


@LANGUAGES
def test_the_list_of_errors_has_every_explained_message_and_each_link_lands(built_site: Path, language: str) -> None:
    address = f"{FOLDERS[language]}reference/errors/"
    text = element(read(built_site, address), "<article", "</article>")
    listed = {html.unescape(code) for code in re.findall(r"<li><code>(.*?)</code>", text)}
    links = [leads(address, href) for href in hrefs(text) if "#error-" in href]
    explained = 0
    for page in Site().pages(language).values():
        section = re.search(r"^## [^\n]*\{ #errors \}$(.*?)(?=^## |\Z)", page.source, re.DOTALL | re.MULTILINE)
        for _, message in re.findall(r"\*\*(`+) ?(.*?) ?\1\*\*", section[1] if section else ""):
            explained += 1
            assert any(message.rstrip(".").endswith(shown.rstrip(".")) for shown in listed), message
    assert explained > 60
    assert len(links) == len(set(links)) == explained
    for link in links:
        page, _, anchor = link.partition("#")
        assert read(built_site, page).count(f'id="{anchor}"') == 1, link


def test_an_error_has_the_same_address_in_both_languages(built_site: Path) -> None:
    korean, english = (
        {leads(page, href) for href in hrefs(read(built_site, page)) if "#error-" in href}
        for page in ("reference/errors/", "en/reference/errors/")
    )
    assert {f"en/{link}" for link in korean} == english


# What every page carries


def test_every_page_says_how_it_looks_where_it_is_shared(built_site: Path) -> None:
    for address in addresses(built_site):
        text = read(built_site, address)
        tags = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', text)
        known = dict(tags)
        assert len(known) == len(tags), address
        title = re.search(r"<h1[^>]*>", text)
        assert title
        assert known["og:title"], address
        assert known["og:description"] == element(text, '<meta name="description" content="', '">')[34:-2]
        assert known["og:url"] == SITE + address
        assert {known["og:locale"], known["og:locale:alternate"]} == {"ko_KR", "en_US"}
        assert known["og:locale"] == ("en_US" if address.startswith("en/") else "ko_KR")
        assert known["og:image:alt"]
        assert known["twitter:card"] == "summary_large_image"
        picture = (built_site / known["og:image"].removeprefix(SITE)).read_bytes()
        assert [int.from_bytes(picture[at : at + 4]) for at in (16, 20)] == [1200, 630]
        assert len(picture) < 60_000


def test_a_problem_is_reported_with_page_language_commit_and_torch(built_site: Path) -> None:
    recorded = record.read(ROOT / "records/cpu").values()
    versions = {fact.torch.split("+")[0] for fact in recorded if fact.outcome == "passed"}
    for address in addresses(built_site):
        report, edit = hrefs(element(read(built_site, address), '<p class="mend">', "</p>"))
        where = urlsplit(html.unescape(report))
        assert (where.netloc, where.path.split("/", 3)[3]) == ("github.com", "issues/new")
        body = parse_qs(where.query)["body"][0]
        facts = dict(re.findall(r"^(\w+): (.+)$", body, re.MULTILINE))
        assert facts["page"] == SITE + address
        assert facts["language"] == ("en" if address.startswith("en/") else "ko")
        assert set(facts["torch"].split(", ")) <= versions
        if (ROOT / ".git").exists():
            assert re.fullmatch(r"[0-9a-f]{7,}", facts["commit"])
        assert (ROOT / edit.partition("/edit/main/")[2]).is_file(), edit


# The page for what does not exist


@pytest.mark.parametrize("missing", ["nope", "nope/deep/er/", "en/data/nope/"])
def test_the_page_for_what_does_not_exist_works_at_any_depth(
    built_site: Path, serve: Callable[[Path], str], browser: object, missing: str
) -> None:
    base = serve(built_site)
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 and not answer.url.endswith(missing) else None)
    answer = tab.goto(base + missing)
    assert answer.status == 404
    assert tab.title() == "찾는 페이지가 없습니다 · Page not found"
    assert tab.locator(".md-header").evaluate("node => getComputedStyle(node).position") == "sticky"  # its styles have arrived
    links = set(tab.locator("article a, .language a").evaluate_all("links => links.map(link => link.href)"))
    assert {base, f"{base}?q=", f"{base}reference/errors/", f"{base}en/", f"{base}en/?q=", f"{base}en/reference/errors/"} <= links
    for link in sorted(links):
        assert tab.goto(link).status == 200, link
    assert faults == []
    tab.close()
