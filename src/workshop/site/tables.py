"""Tables that are data: a page asks for one with a comment, `<!-- glossary -->`."""

from __future__ import annotations

import csv

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from workshop.site.languages import FOLDERS, language
from workshop.snippet import ROOT

GLOSSARY = ROOT / "data" / "glossary.csv"
WORDS = {
    "ko": {"glossary": "한국어 | 영어 | 쓰지 않는 말"},
    "en": {"glossary": "English | Korean | Not used"},
}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:  # noqa: ARG001
    tables = {"glossary": _glossary}
    for name, table in tables.items():
        if f"<!-- {name} -->" in markdown:
            markdown = markdown.replace(f"<!-- {name} -->", table(language(config)))
    return markdown


def _glossary(language: str) -> str:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row[language].lower())
    columns = sorted(FOLDERS, key=lambda other: other != language)  # the page's own language first
    table = [f"| {WORDS[language]['glossary']} |", "| --- | --- | --- |"]
    return "\n".join(table + [f"| {' | '.join(row[c] for c in columns)} | {row['avoid'].replace('|', ', ')} |" for row in rows])
