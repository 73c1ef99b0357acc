"""What programs read: llms.txt and the Markdown of each page, the feed, snippets.json and robots.txt."""

from __future__ import annotations

import html
import json
import posixpath
import xml.etree.ElementTree as ElementTree
import zlib
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import PurePosixPath

from proven.fault import Fault
from workshop.compile import lists
from workshop.compile.downloads import prose, url
from workshop.compile.known import Known

LENGTH = 50
_ATOM = "http://www.w3.org/2005/Atom"


def in_order(known: Known, language: str) -> list[tuple[str, str]]:
    """Chapter's title and page, as the navigation has them; the front page first."""
    first = known.words(language, "feeds")["first"]
    return [(first, "index"), *((title, page) for _, title, pages in known.chapters(language) for page in pages)]


def markdown(known: Known, language: str, name: str) -> str:
    """A page for who reads it alone: code in place of embeds, absolute links, no attributes."""
    known.text(language, name)
    page = known.pages(language)[name]
    return prose(known, language, page, page.body, len(page.source)) + "\n"


def whole(known: Known, language: str) -> str:
    """All pages in one text."""
    return "\n\n".join(markdown(known, language, name) for _, name in in_order(known, language))


def llms(known: Known, language: str) -> str:
    """The site as https://llmstxt.org proposes: what it is, and each page's Markdown with one line, by chapter."""
    words, here = known.words(language, "feeds") | known.words(language, "site"), known.address(language)
    parts = [f"# {words['name']}", f"> {words['description']}", words["about"], words["more"].format(here=here, root=known.root)]
    chapters: dict[str, list[str]] = {}
    for chapter, page in in_order(known, language):
        line = f"- [{known.title(language, page)}]({here}{url(page)}index.md): {known.description(language, page)}"
        chapters.setdefault(chapter, []).append(line)
    return "\n\n".join([*parts, *("\n".join([f"## {chapter}", "", *lines]) for chapter, lines in chapters.items())]) + "\n"


def feed(known: Known, language: str) -> str:
    """The latest changes as RSS 2.0. Nothing in it depends on when the site is built."""
    site = known.address(language)
    words, about, pages = known.words(language, "feeds"), known.words(language, "site"), {page for _, page in in_order(known, language)}
    ElementTree.register_namespace("atom", _ATOM)
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    latest = [change for change in known.changes() if change[1] in pages]
    head = {"title": about["name"], "link": site, "description": about["description"], "language": language}
    if latest:
        head["lastBuildDate"] = _day(latest[0][0])
    for tag, text in head.items():
        ElementTree.SubElement(channel, tag).text = text
    ElementTree.SubElement(channel, f"{{{_ATOM}}}link", href=f"{site}feed.xml", rel="self", type="application/rss+xml")
    times: Counter[str] = Counter()  # a page may change more than once a day
    for date, page, kind, texts in latest[:LENGTH]:
        guid = f"{site}{url(page)}#{kind}-{date}"
        times[guid] += 1
        item = ElementTree.SubElement(channel, "item")
        ElementTree.SubElement(item, "title").text = f"{words[kind]}: {known.title(language, page)}"
        ElementTree.SubElement(item, "link").text = site + url(page)
        ElementTree.SubElement(item, "description").text = texts[language]
        ElementTree.SubElement(item, "guid", isPermaLink="false").text = guid if times[guid] == 1 else f"{guid}-{times[guid]}"
        ElementTree.SubElement(item, "pubDate").text = _day(date)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _day(date: str) -> str:
    return format_datetime(datetime.fromisoformat(date).replace(tzinfo=UTC))


def redirect(known: Known, language: str, old: str, new: str) -> str:
    """A page that stands where a page used to be, and leads on.

    Raises:
        Fault: there is no page to lead to, or the old one is still there.
    """
    if not known.exists(language, new) or known.exists(language, old):
        raise Fault(known.site.data / "redirects.csv", 1, f"{old} cannot lead to {new}", "the first must be gone, the second there")
    to = posixpath.relpath(url(new).rstrip("/") or ".", url(old).rstrip("/") or ".") + "/"
    title = html.escape(known.title(language, new))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="canonical" href="{known.address(language)}{url(new)}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n<script>location.replace("{to}" + location.hash)</script>\n'
        f'<p><a href="{to}">{title}</a></p>\n</html>\n'
    )


def inventory(known: Known) -> bytes:
    """An inventory of Sphinx, version 2, of the names in data/refs.yml: so mkdocstrings needs no network to link them."""
    head = "# Sphinx inventory version 2\n# Project: torch\n# Version: \n# The remainder of this file is compressed using zlib.\n"
    lines = (f"{name} py:class 1 {address} -\n" for name, address in known.references().items())
    return head.encode() + zlib.compress("".join(lines).encode(), 9)


def site(known: Known, language: str) -> str:
    """What whoever renders the pages of a language needs beside them: navigation, words, dates, and pages that are missing somewhere."""
    words, own, chapters = known.site.words(language), known.site.languages[language], known.chapters(language)
    for section in words:
        known.words(language, section)
    listed = {"index", *(page for _, _, pages in chapters for page in pages)}
    faults = [f"docs/{language}/{name}.md stands nowhere in data/nav.yml" for name in sorted(known.names(language)) if name not in listed]
    for other in known.site.languages:
        for name in sorted(set(known.names(language)) - set(known.names(other))):
            missing, present = f"docs/{other}/{name}.md", f"docs/{language}/{name}.md"
            faults.append(f"{missing} is missing: it is the counterpart of {present}; write it, or delete both")
    return json.dumps(
        words["site"]
        | {
            "nav": [{own.home: "index.md"}, *({title: [f"{page}.md" for page in pages]} for _, title, pages in chapters)],
            "faults": faults,
            "words": words["page"] | words.get("theme", {}),
            "language": language,
            "folder": own.folder,
            "root": known.root,
            "github": known.home.github,
            "torch": lists.torch(known),
            "changed": {page: date for date, page, *_ in reversed(known.changes())},
            "sites": [{"code": each.code, "name": each.name, "folder": each.folder} for each in known.site.languages.values()],
        },
        ensure_ascii=False,
    )


def robots(known: Known) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {known.root}sitemap.xml\n"


def snippets(known: Known) -> str:
    return json.dumps({"snippets": [_snippet(known, file) for file in known.scripts()]}, indent=1, ensure_ascii=False) + "\n"


def _snippet(known: Known, file: str) -> dict:
    """What a program may want to know of a snippet."""
    name, header = PurePosixPath(file).with_suffix("").as_posix(), known.header(file)
    known.digest(file)
    proofs = {}
    for kind, (state, fact) in known.standings(file).items():
        said = asdict(fact) if fact else {}
        kept = ("date", "seconds", "device", "torch", "python", "reason")
        proofs[kind] = {"state": state} | {key: said[key] for key in kept if said.get(key)}
    return {
        "name": name,
        "chapter": PurePosixPath(file).parent.name,
        "summary": known.summary(file),
        "shown": [
            {"page": page, "section": section}
            | {code: f"{known.root}{language.folder}{url(page)}#{section}" for code, language in known.site.languages.items()}
            for page, section in known.places(file)
        ],
        "download": f"{known.root}downloads/{name}.py",
        "notebook": f"{known.root}downloads/{name}.ipynb",
        "dependencies": header["dependencies"],
        "gpus": header["gpus"],
        "claims": header["claims"],
        "sha256": known.script(file).sha256,
        "proofs": proofs,
    }
