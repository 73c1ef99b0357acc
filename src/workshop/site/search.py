"""The search index, made to find what readers type; theme/assets/search.js does as much for what is typed.

Three fields of an entry are searched and never shown: `page` describes the page, `phrases` holds as one word what readers write
as several, and `code` the words of the code blocks.
"""

from __future__ import annotations

import csv
import html
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from proven.script import ROOT
from workshop.site import errors
from workshop.site.languages import language

GLOSSARY = ROOT / "data" / "glossary.csv"
SYNONYMS = ROOT / "data" / "synonyms.csv"
_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w{2,}")
_DOTTED = re.compile(r"(?=\b([A-Za-z_]\w*)\.([A-Za-z_]\w*))")
_MESSAGE = re.compile(r"<p><code>[^<]*</code>(?: - )?")
_descriptions: dict[str, str] = {}  # page's address -> what its front matter says, since the index does not keep it


def on_page_content(html: str, page: Page, **_: object) -> str:
    _descriptions[page.url] = str(page.meta.get("description", ""))
    # A proof says the same on every page, and the words in a drawing make no sentence: nobody looks for either.
    return re.sub(r'<(svg|p class="proof")(?=[ >])', r'<\1 data-search-exclude="true"', html)


def on_post_build(config: MkDocsConfig) -> None:
    path = Path(config.site_dir) / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    explained: dict[str, dict[str, str]] = {}
    for error in errors.explained(config):
        explained.setdefault(f"{error.file.url}#errors", {})[error.message] = f"{error.file.url}#{error.anchor}"
    terms = _terms(language(config))
    index["docs"] = [
        _with_hidden_fields(part, terms)
        for entry in index["docs"]
        if not entry["location"].endswith("#next")  # it names other pages
        for part in _split(entry, explained.get(entry["location"], {}))
    ]
    index["config"]["words"] = words(language(config))
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def words(language: str) -> dict[str, str]:
    """What a reader may type, and what the pages of this language say for it."""
    pairs: list[tuple[str, str]] = []
    for row in _rows(GLOSSARY):
        ours = row[language]
        pairs.append((row["en"], f"{row['en']} {ours}" if language == "ko" else ours))  # Korean pages name a term in English, too
        pairs += [(typed, ours) for typed in [row["ko"], *filter(None, row["avoid"].split("|"))]]
    pairs += [(row["typed"], row[language]) for row in _rows(SYNONYMS)]
    return dict({re.sub("[ -]", "", typed).lower(): (typed, meant) for typed, meant in pairs}.values())


def _terms(language: str) -> re.Pattern:
    """The glossary's terms that are several words."""
    terms = sorted((row[language] for row in _rows(GLOSSARY) if re.search("[ -]", row[language])), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})" if terms else "(?!)", re.IGNORECASE)


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines())) if path.is_file() else []


def _split(entry: dict, explained: dict[str, str]) -> Iterator[dict]:
    """Of a section on errors an entry for each message, which is its title; any other section as it is."""
    starts = []
    for message, location in explained.items():
        shown = html.escape(message, quote=False)
        if (at := entry["text"].find(f"<code>{shown}</code>")) >= 0:
            starts.append((entry["text"].rfind("<p>", 0, at), location, shown))
    starts.sort()
    ends = [start for start, *_ in starts] + [len(entry["text"])]
    if not starts or entry["text"][: ends[0]].strip():
        yield entry | {"text": entry["text"][: ends[0]]}
    for (start, location, shown), end in zip(starts, ends[1:], strict=True):
        yield {"location": location, "title": shown, "text": _MESSAGE.sub("<p>", entry["text"][start:end], count=1)}


def _with_hidden_fields(entry: dict, terms: re.Pattern) -> dict:
    code = html.unescape(" ".join(_CODE.findall(entry["text"])))
    text = _CODE.sub("", entry["text"])
    said = {name.lower() for name in _NAME.findall(text)} | {"pre", "code"}
    spoken = html.unescape(f"{entry['title']} {text}")
    pairs = itertools.chain(itertools.pairwise(html.unescape(entry["title"]).split()), _DOTTED.findall(spoken))
    phrases = [re.sub("[ -]", "", term) for term in terms.findall(spoken)] + ["".join(pair) for pair in pairs]
    return entry | {
        "text": text,
        "page": _descriptions.get(entry["location"], ""),
        "phrases": " ".join(phrases),
        "code": " ".join(dict.fromkeys(name for name in _NAME.findall(code) if name.lower() not in said)),
    }
