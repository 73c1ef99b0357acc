"""The errors that pages explain: each message has an address, and one page lists them all where it says `<!-- errors -->`.

A page explains an error where it shows the message in bold code in its section `{ #errors }`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from workshop.site.languages import language

WORDS = {"ko": {"other": "그 밖의 메시지"}, "en": {"other": "Other messages"}}
_SECTION = re.compile(r"^## [^\n]*\{ *#errors *\}\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_MESSAGE = re.compile(r"\*\*(?P<ticks>`+) ?(?P<message>.+?) ?(?P=ticks)\*\*")
_TYPE = re.compile(r"(?P<type>\w+(?:Error|Warning|Exception|Node)): (?=.)")


class Explained(NamedTuple):
    file: File
    anchor: str
    message: str


def explained(config: MkDocsConfig) -> list[Explained]:
    """Every message that a page of this language explains, sorted; `file.url#anchor` is where."""
    return _explained(get_files(config))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if section := _SECTION.search(markdown):
        body = section["body"]
        for match, anchor in reversed(list(_messages(body))):
            body = f"{body[: match.end()]}{{ #{anchor} }}{body[match.end() :]}"
        markdown = markdown[: section.start("body")] + body + markdown[section.end("body") :]
    if "<!-- errors -->" in markdown:
        markdown = markdown.replace("<!-- errors -->", _list(_explained(files), page, WORDS[language(config)]))
    return markdown


def _explained(files: Files) -> list[Explained]:
    found = [
        Explained(file, anchor, match["message"])
        for file in files.documentation_pages()
        if file.src_uri.endswith(".md") and (section := _SECTION.search(file.content_string))
        for match, anchor in _messages(section["body"])
    ]
    return sorted(found, key=lambda error: (error.message.lstrip("'. ").lower(), error.file.url))


def _messages(body: str) -> Iterator[tuple[re.Match, str]]:
    """Each message of a section with its id, which is the same in every language because the message is."""
    taken: set[str] = set()
    for match in _MESSAGE.finditer(body):
        anchor = "error-" + re.sub(r"[^a-z0-9]+", "-", _TYPE.sub("", match["message"]).lower()).strip("-")[:60].rstrip("-")
        while anchor in taken:
            anchor += "-again"
        taken.add(anchor)
        yield match, anchor


def _list(errors: list[Explained], page: Page, words: dict[str, str]) -> str:
    """The messages by type, each with the pages that explain it. The same message stands once, with or without its type."""
    places: dict[str, list[Explained]] = {}
    for error in errors:
        places.setdefault(_TYPE.sub("", error.message).strip("'. "), []).append(error)
    groups: dict[str, list[str]] = {}
    for found in places.values():
        kind = next((match["type"] for error in found if (match := _TYPE.match(error.message))), "")
        text = _TYPE.sub("", found[0].message, count=1) if kind else found[0].message
        ticks = "``" if "`" in text else "`"
        links = (
            f"[{get_data(error.file.content_string)[1]['title']}]({get_relative_url(error.file.src_uri, page.file.src_uri)}#{error.anchor})"
            for error in found
        )
        groups.setdefault(kind, []).append(f"- {ticks} {text} {ticks} → {' · '.join(links)}")
    return "\n\n".join(
        f"## {kind or words['other']} {{ #{kind.lower() or 'other'} data-search-exclude }}\n\n" + "\n".join(groups[kind])
        for kind in sorted(groups, key=lambda kind: (not kind, kind))
    )
