"""What programs read: llms.txt and the Markdown of each page, the feed, snippets.json, robots.txt and the dates in the sitemap."""

from __future__ import annotations

import ast
import json
import posixpath
import re
import textwrap
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from proven.fault import read
from proven.script import SNIPPETS, SOURCES, Script, is_section_mark, sections
from workshop.site import sources
from workshop.site.languages import FOLDERS, language, root
from workshop.tables import Change

WORDS = {
    "ko": {
        "about": "출력은 모두 실제 실행이 찍은 것입니다. `# >` 줄은 실행이 찍은 출력, `# ~` 줄은 실행할 때마다 달라지는 출력의 예, `# !` 줄은 예상한 경고입니다.",
        "more": "모든 페이지를 한 파일로: [llms-full.txt]({here}llms-full.txt). 스니펫과 확인 기록: [snippets.json]({root}snippets.json). "
        "English: [llms.txt]({root}en/llms.txt).",
        "first": "처음",
        "new": "새 페이지",
        "changed": "고침",
    },
    "en": {
        "about": "Every output is what a run printed. A line `# >` is what the run printed, `# ~` is a sample that varies from run to run, `# !` is an expected "
        "warning.",
        "more": "All pages in one file: [llms-full.txt]({here}llms-full.txt). Snippets and their proofs: [snippets.json]({root}snippets.json). "
        "한국어: [llms.txt]({root}llms.txt).",
        "first": "Home",
        "new": "New",
        "changed": "Changed",
    },
}
FEED_LENGTH = 50
_ATOM = "http://www.w3.org/2005/Atom"
_FENCE = re.compile(r"^ *(?P<ticks>`{3,}|~{3,})")
# What other hooks have made of a fence by now.
_EMBEDDING = re.compile(r'\{ \.(?P<language>\w+) *(?P<options>.*?) *data-embed="[^"]*" \}')
_DIAGRAM = re.compile(r'\{ \.text data-diagram="\d+" \}')
_EMBED = re.compile(r'^(?P<indent> *)--8<-- "(?P<file>[^":]+)(?::(?P<section>[^"]+))?"$')
_ATTRIBUTES = re.compile(r" ?\{:? ?[#.][\w-][^{}]*\}")
_LINK = re.compile(r"(?<=\]\()(?P<target>[^)\s:#]*)(?P<anchor>#[^)\s]*)?(?=[)\s])")
_HREF = re.compile(r'(?<=href=")[^"]*')
_REFERENCE = re.compile(r"\[(`[^`]+`)\]\[[^\]]*\]|^::: .*$")  # what only mkdocstrings resolves; its page shows the whole source as well
_COMMENT = re.compile(r"^<!-- (\w+) -->$")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """When every page has been read: write what stands beside the pages, and tell the sitemap when each page changed."""
    with sources.faults():
        changed = sources.project.changes
    env.globals["changed"] = {change.page: change.date for change in changed}
    if not config.use_directory_urls:  # a site that is read from disk
        return env
    pages = list(_in_order(files))
    texts = [markdown(page, pages, files, config) for page in pages]
    for page, text in zip(pages, texts, strict=True):
        _write(beside(page), text, config)
    _write("llms.txt", _llms(pages, config), config)
    _write("llms-full.txt", "\n\n".join(texts), config)
    _write("feed.xml", _feed(changed, {_name(page): page for page in pages}, config), config)
    if language(config) == "ko":
        _write("snippets.json", json.dumps(_snippets(config), indent=1, ensure_ascii=False) + "\n", config)
        _write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {root(config)}sitemap.xml\n", config)
    return env


def beside(page: Page) -> str:
    """Where the Markdown of a page stands, seen from the site's folder."""
    return f"{page.url}index.md"


def markdown(page: Page, pages: list[Page], files: Files, config: MkDocsConfig) -> str:
    """The page's source for who reads it alone: code in place of embeds, absolute links, no attributes."""
    address = (config.site_url or "/") + page.url
    lines: list[str] = []
    fence = ""
    for line in (page.markdown or "").split("\n"):
        if embed := _EMBED.match(line):
            line = textwrap.indent(_code(embed["file"], embed["section"]), embed["indent"])
        elif match := _FENCE.match(line):
            fence = "" if fence and line.strip() == fence else fence or match["ticks"]
            line = _DIAGRAM.sub("mermaid", _EMBEDDING.sub(lambda found: f"{found['language']} {found['options']}".strip(), line))
        elif not fence:
            line = _COMMENT.sub(lambda comment: _listed(comment[1], page, pages, config), line)
            line = _LINK.sub(lambda link: _absolute(link, page, files, config), line)
            line = _HREF.sub(lambda link: urljoin(address, link[0]), line)
            line = _ATTRIBUTES.sub("", _REFERENCE.sub(r"\1", line))
        lines.append(line)
    return "\n".join(lines).strip() + "\n"


def _listed(what: str, page: Page, pages: list[Page], config: MkDocsConfig) -> str:
    """The pages that a list on this page holds; it is made after the Markdown."""
    found = {
        "pages": [other for other in pages if other.parent is page.parent and other is not page],
        "chapters": [other for other in pages if other.is_index and other.parent],
    }
    return "\n".join(_line(other, other.url, config) for other in found.get(what, ()))


def _line(page: Page, address: str, config: MkDocsConfig) -> str:
    return f"- [{page.title}]({config.site_url or '/'}{address}): {page.meta.get('description', '')}"


def _code(file: str, section: str | None) -> str:
    path = next(base / file for base in (SNIPPETS, SOURCES) if (base / file).is_file())
    lines = read(path).splitlines()
    if section:
        found = sections(path, "\n".join(lines))[section]
        lines = lines[found.start : found.end - 1]
    return textwrap.dedent("\n".join(line for line in lines if not is_section_mark(line))).strip("\n")


def _absolute(link: re.Match, page: Page, files: Files, config: MkDocsConfig) -> str:
    """A link of the source as the address it leads to."""
    here = config.site_url or "/"
    if not link["target"]:
        return f"{here}{page.url}{link['anchor'] or ''}"
    target = files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), link["target"])))
    return f"{here}{target.url}{link['anchor'] or ''}" if target else link[0]


def _in_order(files: Files) -> Iterator[Page]:
    """The pages in the order of the navigation."""
    page = next((file.page for file in files.documentation_pages() if file.page and file.page.is_homepage), None)
    while page:
        yield page
        page = page.next_page


def _name(page: Page) -> str:
    return page.file.src_uri.rpartition(".")[0]


def _llms(pages: list[Page], config: MkDocsConfig) -> str:
    """The site as https://llmstxt.org proposes: what it is, and each page's Markdown with one line, by chapter."""
    words, here = WORDS[language(config)], config.site_url or "/"
    parts = [f"# {config.site_name}", f"> {config.site_description}", words["about"], words["more"].format(here=here, root=root(config))]
    for chapter, group in groupby(pages, key=lambda page: page.parent.title if page.parent else words["first"]):
        parts.append("\n".join([f"## {chapter}", "", *(_line(page, beside(page), config) for page in group)]))
    return "\n\n".join(parts) + "\n"


def _feed(changed: list[Change], pages: dict[str, Page], config: MkDocsConfig) -> str:
    """The latest changes as RSS 2.0. Nothing in it depends on when the site is built."""
    words, here = WORDS[language(config)], config.site_url or "/"
    ElementTree.register_namespace("atom", _ATOM)
    feed = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(feed, "channel")
    latest = sorted((change for change in changed if change.page in pages), key=lambda change: change.date, reverse=True)
    head = {"title": config.site_name, "link": here, "description": config.site_description or "", "language": language(config)}
    if latest:
        head["lastBuildDate"] = _day(latest[0].date)
    for tag, text in head.items():
        ElementTree.SubElement(channel, tag).text = text
    ElementTree.SubElement(channel, f"{{{_ATOM}}}link", href=f"{here}feed.xml", rel="self", type="application/rss+xml")
    for change in latest[:FEED_LENGTH]:
        item, page = ElementTree.SubElement(channel, "item"), pages[change.page]
        ElementTree.SubElement(item, "title").text = f"{words[change.kind]}: {page.title}"
        ElementTree.SubElement(item, "link").text = here + page.url
        ElementTree.SubElement(item, "description").text = change.text[language(config)]
        ElementTree.SubElement(item, "guid", isPermaLink="false").text = f"{here}{page.url}#{change.kind}-{change.date}"
        ElementTree.SubElement(item, "pubDate").text = _day(change.date)
    ElementTree.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _day(date: str) -> str:
    return format_datetime(datetime.fromisoformat(date).replace(tzinfo=UTC))


def _snippets(config: MkDocsConfig) -> dict[str, list[dict]]:
    return {"snippets": [_snippet(loaded, root(config)) for loaded in sources.load_all()]}


def _snippet(loaded: Script, site: str) -> dict:
    """What a program may want to know of a snippet."""
    name = f"{loaded.chapter}/{loaded.path.stem}"
    proofs = {}
    for kind, (state, fact) in sources.standings(loaded).items():
        known = asdict(fact) if fact else {}
        proofs[kind] = {"state": state} | {
            key: known[key] for key in ("date", "seconds", "device", "torch", "python", "reason") if known.get(key)
        }
    return {
        "name": name,
        "chapter": loaded.chapter,
        "summary": ast.get_docstring(ast.parse(loaded.source)) or "",
        "shown": [
            {"page": page, "section": section} | {code: f"{site}{folder}{_address(page)}#{section}" for code, folder in FOLDERS.items()}
            for page, section in sources.places().get(loaded.path, ())
        ],
        "download": f"{site}downloads/{name}.py",
        "notebook": f"{site}downloads/{name}.ipynb",
        "dependencies": loaded.header.dependencies,
        "gpus": loaded.header.gpus,
        "claims": loaded.header.claims,
        "sha256": loaded.sha256,
        "proofs": proofs,
    }


def _address(page: str) -> str:
    return "" if page == "index" else page.removesuffix("index").rstrip("/") + "/"


def _write(name: str, text: str, config: MkDocsConfig) -> None:
    write_file(text.encode(), str(Path(config.site_dir) / name))
