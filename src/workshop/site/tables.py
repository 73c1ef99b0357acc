"""Tables that are data: a page asks for one with a comment, `<!-- glossary -->`."""

from __future__ import annotations

import csv
from itertools import groupby

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from proven.script import ROOT
from workshop.site import sources, status
from workshop.site.languages import FOLDERS, language

GLOSSARY = ROOT / "data" / "glossary.csv"
WORDS = {
    "ko": {"glossary": "한국어 | 영어 | 쓰지 않는 말", "new": "새 페이지", "changed": "고침", "feed": "RSS 피드"},
    "en": {"glossary": "English | Korean | Not used", "new": "New", "changed": "Changed", "feed": "RSS feed"},
}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    here = language(config)
    tables = {
        "glossary": lambda: _glossary(here),
        "changes": lambda: _changes(page, config, files),
        "states": lambda: status.states(here),
        "setups": lambda: status.setups(here),
        "claims": lambda: status.settled(here),
        "snippets": lambda: status.snippets(here, page, config),
    }
    for name, table in tables.items():
        if f"<!-- {name} -->" in markdown:
            markdown = markdown.replace(f"<!-- {name} -->", table())
    return markdown


def _glossary(language: str) -> str:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row[language].lower())
    columns = sorted(FOLDERS, key=lambda other: other != language)  # the page's own language first
    table = [f"| {WORDS[language]['glossary']} |", "| --- | --- | --- |"]
    return "\n".join(table + [f"| {' | '.join(row[c] for c in columns)} | {row['avoid'].replace('|', ', ')} |" for row in rows])


def _changes(page: Page, config: MkDocsConfig, files: Files) -> str:
    """The feed, and the changes by day, the latest first."""
    words, written = WORDS[language(config)], sources.written(language(config))
    with sources.faults():
        latest = sorted(sources.project.changes, key=lambda change: change.date, reverse=True)
    days = [f"[{words['feed']}]({config.site_url or '/'}feed.xml)"]
    for date, group in groupby(latest, key=lambda change: change.date):
        lines = []
        for change in group:
            source = next((f"{change.page}{suffix}" for suffix in (".md", ".py") if f"{change.page}{suffix}" in files.src_uris), None)
            title = written[change.page].meta.get("title", change.page) if change.page in written else change.page
            link = f"[{title}]({get_relative_url(source, page.file.src_uri)})" if source else title
            lines.append(f"- **{words[change.kind]}** {link}: {change.text[language(config)]}")
        days.append(f"## {date} {{ #on-{date} data-search-exclude }}\n\n" + "\n".join(lines))
    return "\n\n".join(days)
