"""What programs read of the built site: each address leads somewhere, and each file says what the pages and the snippets say."""

from __future__ import annotations

import html
import json
import re
import textwrap
import xml.etree.ElementTree as ElementTree
from collections import Counter
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

import pytest

from conftest import FOLDERS, addresses
from workshop.home import home
from workshop.project import ROOT, Site

SITE = home().address
SITEMAP = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def pages(site: Path, language: str) -> list[str]:
    """The address of each page, seen from the site's folder."""
    found = (address or "." for address in addresses(site))
    return [f"{page}/".removeprefix("./") for page in found if (f"{page}/".startswith("en/")) == (language == "en")]


@cache
def ids(file: Path) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', file.read_text("utf-8")))


def exists(site: Path, address: str) -> bool:
    """Does an address of the site lead to a file, and its fragment to an element?"""
    path, _, anchor = address.removeprefix(SITE).partition("#")
    file = site / path / "index.html" if not path or path.endswith("/") else site / path
    return address.startswith(SITE) and file.is_file() and (not anchor or anchor in ids(file))


def code(text: str) -> str:
    """The text without its fences."""
    return re.sub(r"^( *)(`{3,}).*?^\1\2$", "", text, flags=re.M | re.S)


@pytest.mark.parametrize("language", FOLDERS)
def test_every_page_has_its_markdown_and_names_it(built_site: Path, language: str) -> None:
    for page in pages(built_site, language):
        text = (built_site / page / "index.md").read_text("utf-8")
        assert '<link rel="alternate" type="text/markdown" href="index.md">' in (built_site / page / "index.html").read_text("utf-8")
        assert text.startswith("# "), page
        prose = re.sub(r"(`+).+?\1", "", code(text))  # in code, these are code
        for left in ("--8<--", "data-program"):
            assert left not in text, (page, left)
        for left in ("<!--", "{ #", ":::", "][", ".md)"):
            assert left not in prose, (page, left)


@pytest.mark.parametrize("language", FOLDERS)
def test_the_markdown_shows_the_code_that_the_page_embeds(built_site: Path, language: str) -> None:
    for name in ("autograd/gradients-add-up", "data/num-workers"):
        source = (ROOT / f"docs/{language}/{name}.md").read_text("utf-8")
        text = (built_site / f"{FOLDERS[language]}{name}/index.md").read_text("utf-8")
        embeds = re.findall(r'^( *)--8<-- "([^":]+[.]py):([^"]+)"', source, re.M)
        assert embeds
        for indent, file, section in embeds:
            loaded = Site(ROOT).load(ROOT / "snippets" / file)
            place = loaded.sections[section]
            shown = textwrap.dedent("\n".join(loaded.lines[place.start : place.end - 1])).strip()
            assert textwrap.indent(shown, indent) in text, (name, file, section)
        assert re.findall(r"^## (.*?) \{", source, re.M) == re.findall(r"^## (.*)$", code(text), re.M)


@pytest.mark.parametrize("language", FOLDERS)
def test_every_link_of_the_markdown_leads_somewhere(built_site: Path, language: str) -> None:
    seen = 0
    for page in pages(built_site, language):
        for link in re.findall(r'\]\(([^)\s]+)\)|href="([^"]+)"', code((built_site / page / "index.md").read_text("utf-8"))):
            address = html.unescape(link[0] or link[1]).partition("?")[0]
            assert re.match(r"https?://", address), (page, address)
            if address.startswith(SITE):
                assert exists(built_site, address), (page, address)
                seen += 1
    assert seen > 100


@pytest.mark.parametrize("language", FOLDERS)
def test_llms_txt_lists_every_page_once(built_site: Path, language: str) -> None:
    folder = FOLDERS[language]
    text = (built_site / folder / "llms.txt").read_text("utf-8")
    assert re.match(r"# .+\n\n> .+\n\n", text)
    listed = re.findall(r"^- \[.+\]\((\S+)\): \S", text, re.M)
    assert Counter(listed) == Counter(f"{SITE}{page}index.md" for page in pages(built_site, language))
    for address in re.findall(r"\]\((\S+)\)", text):
        assert exists(built_site, address), address
    whole = (built_site / folder / "llms-full.txt").read_text("utf-8")
    assert all((built_site / page / "index.md").read_text("utf-8") in whole for page in pages(built_site, language))


@pytest.mark.parametrize("language", FOLDERS)
def test_the_feed_is_rss_of_the_latest_changes(built_site: Path, language: str) -> None:
    folder = FOLDERS[language]
    feed = ElementTree.parse(built_site / folder / "feed.xml").getroot()
    assert (feed.tag, feed.get("version")) == ("rss", "2.0")
    channel = feed.find("channel")
    assert channel is not None
    assert [channel.findtext(tag) for tag in ("link", "language")] == [f"{SITE}{folder}", language]
    assert channel.findtext("title")
    assert channel.findtext("description")
    items = channel.findall("item")
    known = Site().changes
    assert len(items) == min(len(known), 50)
    assert {item.findtext("description") for item in items} <= {change.text[language] for change in known}
    dates = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    assert dates == sorted(dates, reverse=True)
    assert str(dates[0].date()) == max(change.date for change in known)
    assert channel.findtext("lastBuildDate") == items[0].findtext("pubDate")  # not the day of the build
    assert len({item.findtext("guid") for item in items}) == len(items)
    for item in items:
        assert (item.findtext("link") or "").startswith(f"{SITE}{folder}")
        assert exists(built_site, item.findtext("link") or ""), item.findtext("link")


@pytest.mark.parametrize("language", FOLDERS)
def test_every_page_names_the_feed_of_its_language(built_site: Path, language: str) -> None:
    for page in pages(built_site, language):
        text = (built_site / page / "index.html").read_text("utf-8")
        [target] = re.findall(r'<link rel="alternate" type="application/rss\+xml" title="[^"]+" href="([^"]+)">', text)
        assert (built_site / page / target).resolve() == (built_site / FOLDERS[language] / "feed.xml").resolve(), page


def test_the_sitemap_holds_both_languages_and_its_alternates_are_mutual(built_site: Path) -> None:
    urls = ElementTree.parse(built_site / "sitemap.xml").getroot().findall("url", SITEMAP)
    alternates = {
        url.findtext("loc", None, SITEMAP): {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", SITEMAP)}
        for url in urls
    }
    assert len(alternates) == len(urls)
    assert alternates.keys() == {f"{SITE}{page}" for language in FOLDERS for page in pages(built_site, language)}
    for address, links in alternates.items():
        assert set(links) == {*FOLDERS, "x-default"}
        assert address in links.values()
        assert all(alternates[other] == links for other in links.values())
    dated = {url.findtext("loc", None, SITEMAP): url.findtext("lastmod", None, SITEMAP) for url in urls}
    for change in Site().changes:  # the oldest first: the last one stays
        dated[f"latest of {change.page}"] = change.date
    for page in {change.page for change in Site().changes}:
        assert dated[f"{SITE}{page}/"] == dated[f"{SITE}en/{page}/"] == dated[f"latest of {page}"]


def test_robots_txt_names_the_sitemap(built_site: Path) -> None:
    lines = (built_site / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {SITE}sitemap.xml" in lines
    assert "Disallow: /" not in lines


def test_snippets_json_holds_every_snippet_with_what_its_file_and_the_records_say(built_site: Path) -> None:
    listed = json.loads((built_site / "snippets.json").read_text("utf-8"))["snippets"]
    project = Site(ROOT)
    known = {f"{path.parent.name}/{path.stem}": project.load(path) for path in project.find()}
    assert [entry["name"] for entry in listed] == list(known)
    facts = {setup: project.facts(setup) for setup in project.setups}
    for entry in listed:
        loaded = known[entry["name"]]
        assert entry["sha256"] == loaded.sha256
        assert (entry["gpus"], entry["claims"]) == (loaded.header.gpus, list(loaded.header.claims))
        assert entry["dependencies"] == list(loaded.header.dependencies)
        assert entry["summary"]
        assert exists(built_site, entry["download"])
        assert exists(built_site, entry["notebook"])
        assert entry["shown"], entry["name"]
        for place in entry["shown"]:
            for language in FOLDERS:
                assert exists(built_site, place[language]), place
        for kind, proof in entry["proofs"].items():
            fact = facts[kind].get(loaded.name)
            assert proof.get("date") == (fact.date if fact else None)
            assert (proof["state"] == "proven") == (fact is not None and fact.outcome == "passed" and fact.fits(loaded))
