"""What a page shows of the others: the front page's figures and chapters, a chapter's pages, and the way to mend a page.

A page asks with a comment, `<!-- pages -->`. It is answered when every page has been read, so a title or a description stands in one place.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from functools import cache
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from proven import record
from proven.script import ROOT
from workshop.site import sources
from workshop.site.languages import language, up

WORDS = {
    "ko": {
        "cpu": "CPU에서 확인한 코드",
        "gpu": "GPU에서 확인한 코드",
        "none": "아직 없음",
        "torch": "torch 버전",
        "date": "마지막 확인",
        "devices": "확인한 장치",
        "status": "코드마다 확인한 기록",
        "path": "현재 위치",
        "edit": "이 페이지 고치기",
        "report": "이 페이지의 문제 알리기",
        "problem": "무엇이 잘못되었나요?",
        "promise": "출력은 모두 실제 실행이 찍은 것입니다. 아직 실행하지 않은 코드에는 그렇게 적습니다.",
        "packed": "내려받아 오프라인으로 읽기",
        "card": "예제로 배우는 PyTorch. 실행한 코드와 실제 출력.",
    },
    "en": {
        "cpu": "snippets proven on a CPU",
        "gpu": "snippets proven on a GPU",
        "none": "not yet",
        "torch": "torch version",
        "date": "latest proof",
        "devices": "Devices",
        "status": "the record of each snippet",
        "path": "Where you are",
        "edit": "Edit this page",
        "report": "Report a problem with this page",
        "problem": "What is wrong?",
        "promise": "Every output is what a run printed. A block that has not been run yet says so.",
        "packed": "Take the site along",
        "card": "Torch by Example. Code that was run, with the output it printed.",
    },
}


class Proven(NamedTuple):
    """What the records say of all snippets together."""

    total: int
    by_kind: dict[str, int]  # kind of device -> snippets proven as they are now
    torch: str
    date: str
    devices: list[str]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    proven.cache_clear()
    return config


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    words = WORDS[language(config)]
    content = page.content or ""
    if "<!-- proven -->" in content:
        content = content.replace("<!-- proven -->", _figures(proven(), page, nav, words))
    if "<!-- chapters -->" in content:
        chapters = [item.children[0] for item in nav.items if isinstance(item, Section)]
        content = content.replace("<!-- chapters -->", _list(chapters, page))
    if "<!-- pages -->" in content and page.parent:
        content = content.replace("<!-- pages -->", _list((child for child in page.parent.children if child is not page), page))
    page.content = content
    context["words"] = words
    context["mend"] = {"edit": _edit(page, config), "report": _report(page, config, words)}
    context["packed"] = up(page, config) + config.extra["packed"] if config.extra.get("packed") else ""
    return context


def on_template_context(context: dict, config: MkDocsConfig, **_: object) -> dict:
    context["words"] = WORDS[language(config)]  # for the page that a server shows for what does not exist
    return context


@cache
def proven() -> Proven:
    known = [sources.proofs(loaded) for loaded in sources.load_all()]
    facts = {kind: [fact for states in known for state, fact in [states[kind]] if fact and state == "proven"] for kind in record.KINDS}
    every = [fact for kind in record.KINDS for fact in facts[kind]]
    return Proven(
        total=len(known),
        by_kind={kind: len(found) for kind, found in facts.items()},
        torch=", ".join(sorted({fact.torch.partition("+")[0] for fact in every})),
        date=max((fact.date for fact in every), default=""),
        devices=sorted({fact.device for fact in every}),
    )


def repository(config: MkDocsConfig) -> str:
    """Where the project's source is: the address that `published` begins with."""
    return "https://github.com/" + config.extra["published"].partition("/blob/")[0]


def _figures(known: Proven, page: Page, nav: Navigation, words: dict[str, str]) -> str:
    figures = {words[kind]: f"{number} / {known.total}" if number else words["none"] for kind, number in known.by_kind.items()}
    figures |= {words["torch"]: known.torch or words["none"], words["date"]: known.date or words["none"]}
    cells = "".join(f"<div><dt>{label}</dt><dd>{escape(value)}</dd></div>" for label, value in figures.items())
    notes = [f"{words['devices']}: {escape(', '.join(known.devices))}"] if known.devices else []
    status = (other for other in nav.pages if other.file.src_uri == "reference/status.md")
    notes += [f'<a href="{get_relative_url(other.url, page.url)}">{words["status"]}</a>' for other in status]
    return f'<div class="figures"><dl>{cells}</dl><p>{" · ".join(notes)}</p></div>'


def _list(pages: Iterable, here: Page) -> str:
    lines = (
        f'<li><a href="{get_relative_url(page.url, here.url)}">{escape(page.title)}</a> '
        f"<span>{escape(page.meta.get('description', ''))}</span></li>"
        for page in pages
    )
    return f'<ul class="pages">{"".join(lines)}</ul>'


def _edit(page: Page, config: MkDocsConfig) -> str:
    return f"{repository(config)}/edit/main/docs/{language(config)}/{page.file.src_uri}"


def _report(page: Page, config: MkDocsConfig, words: dict[str, str]) -> str:
    """A new issue that already says which page, in which language, of which commit and torch."""
    facts = {"page": page.canonical_url, "language": language(config), "commit": _commit(), "torch": proven().torch}
    body = "\n".join(f"{name}: {fact}" for name, fact in facts.items() if fact)
    query = urlencode({"title": f"{page.url or '/'} ({language(config)}): ", "body": f"{words['problem']}\n\n\n\n---\n{body}\n"})
    return f"{repository(config)}/issues/new?{query}"


@cache
def _commit() -> str:
    """The commit that the site is built from; empty outside a clone."""
    try:
        done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
