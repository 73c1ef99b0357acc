"""What the search finds: an entry a section, made from the pages as they are written; theme/assets/search.js does as much for what is typed.

Five fields of an entry are searched and never shown: `page` describes the page, `phrases` holds as one word what readers write
as several, `code` the words of the code blocks, `other` what it is called in the other languages, and `asked`, a line each, what
readers typed who needed this page (data/queries.csv).
"""

from __future__ import annotations

import ast
import html
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator

from proven.fault import read
from workshop.compile import lists
from workshop.compile.downloads import url
from workshop.compile.known import Known, error_entries
from workshop.page import Item, Page

NO_PROSE = ("embed", "fence", "diagram", "formula", "figure", "list", "reference")
_NAME = re.compile(r"[A-Za-z_]\w{2,}")
_DOTTED = re.compile(r"(?=\b([A-Za-z_]\w*)\.([A-Za-z_]\w*))")
_ARGUMENT = re.compile(r"\b([A-Za-z_]\w*) ?= ?(\w+)")
_CODE = re.compile(r"(?<!`)(`+)(?!`) ?(.+?) ?(?<!`)\1(?!`)", re.S)
_MARKUP = re.compile(
    r"(?m)^\s*(?:!!!|\?\?\?\+?|===\+?) *\w*|^[>#\s]*(?:[-*+]|\d+\.) |^ *:?-+:?(?: *\| *:?-+:?)* *$|^\s*\|?[-: |]+\|?\s*$|\{[:#. ][^{}\n]*\}|<[^>\n]+>|[|*]+|\[\^\w+\]:?"
)
_ROW = re.compile(r"(?m)^\| *(`[^|\n]*`) *(\|[^\n]*)$")  # of a table, with code in its first cell
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\([^()]*\))?[^()\s]*(?: [^()]*)?\)|\[[^\]]*\])")


def index(known: Known, language: str) -> str:
    """The entries, and the words that a reader may type for others."""
    found = {"config": {"words": words(known, language)}, "docs": entries(known, language)}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def entries(known: Known, language: str) -> list[dict]:
    """The entries of all pages of a language, in the order of the navigation."""
    terms = _terms(known, language)
    names = ["index", *(name for _, _, names in known.chapters(language) for name in names)]
    found = [entry for name in names for entry in _page(known, language, known.pages(language)[name], terms)]
    others = _others(known, language, names)
    times = Counter(word for entry in found for word in entry["code"].split())
    most = max(20, len(found) // 10)  # what more of them have, such as print, tells none from another
    told = [" ".join(word for word in entry["code"].split() if times[word] <= most) for entry in found]
    asked = {url(page): "\n".join(lines) for page, lines in known.asked(language).items()}
    return [
        entry | {"code": code, "other": others.get(entry["location"], ""), "asked": asked.get(entry["location"], "")}
        for entry, code in zip(found, told, strict=True)
    ]


def _others(known: Known, language: str, names: list[str]) -> dict[str, str]:
    """What pages and sections are called in the other languages, by their address here: an English question finds a Korean page."""
    said: dict[str, str] = {}
    for other in (code for code in known.site.languages if code != language):
        for name in filter(known.pages(other).__contains__, names):
            page = known.pages(other)[name]
            known.text(other, name)
            for head in page.of("heading"):
                anchor = head.what.partition(" ")[2]
                first = head is page.of("heading")[0]
                told = f"{_plain(head.text)} {page.meta.get('description', '')}" if first else _plain(head.text)
                at = url(name) + ("" if first else f"#{anchor}")
                said[at] = f"{said.get(at, '')} {told}".strip()
    return said


def _page(known: Known, language: str, page: Page, terms: re.Pattern) -> Iterator[dict]:
    """A page by its sections; of its section on errors each message is an entry of its own."""
    known.text(language, page.name)
    heads = page.of("heading")
    said = list(error_entries(page))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        start, end = head.span[1], following.span[0] if following else len(page.source)
        address = head.what.partition(" ")[2]
        if address == "next":  # it names other pages
            continue
        cuts = [(page.source.rfind("\n", 0, at) + 1, until, text, where) for text, where, (at, until) in said if start <= at <= end]
        before = cuts[0][0] if cuts else end
        location = url(page.name) + ("" if head is heads[0] else f"#{address}")
        if not cuts or page.source[start:before].strip():
            yield _entry(known, language, page, location, _plain(head.text), (start, before), terms)
        for at, until, text, where in cuts:
            title = html.escape(text, quote=False)
            yield _entry(known, language, page, f"{url(page.name)}#{where}", title, (at, until), terms)
        for item in page.of("reference"):
            if start <= item.span[0] < end:
                yield from _reference(known, page, item.what, terms)
        if _search(page).get("rows"):
            for row in _ROW.finditer(page.source, start, end):
                title, text = (_plain(cell) for cell in row.groups())
                yield _searched({"location": location, "title": title, "text": text}, page, "", terms)


def _search(page: Page) -> dict:
    """What the front matter says under `search`: `boost`, less than 1 for a page that is to stand below others; `rows`, where readers
    look up one row of a table, each an entry of its own."""
    return ast.literal_eval(page.meta.get("search", "{}"))


def words(known: Known, language: str) -> dict[str, str]:
    """What a reader may type, and what the pages of this language say for it."""
    pairs: list[tuple[str, str]] = []
    for term, avoid in known.glossary():
        ours = term[language]
        pairs.append((term["en"], f"{term['en']} {ours}" if language == "ko" else ours))  # Korean pages name a term in English, too
        pairs += [(typed, ours) for typed in [term["ko"], *avoid]]
    pairs += [(typed, said[language]) for typed, said in known.site.synonyms]
    return dict({re.sub("[ -]", "", typed).lower(): (typed, meant) for typed, meant in pairs}.values())


def _terms(known: Known, language: str) -> re.Pattern:
    """The glossary's terms that are several words."""
    terms = sorted((term[language] for term, _ in known.glossary() if re.search("[ -]", term[language])), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})" if terms else "(?!)", re.IGNORECASE)


def _entry(known: Known, language: str, page: Page, location: str, title: str, span: tuple[int, int], terms: re.Pattern) -> dict:
    parts, code, at = [], [], span[0]
    for (start, end), item in sorted({item.span: item for item in page.items if item.kind in NO_PROSE}.items()):
        if at <= start and end <= span[1]:
            parts += [page.source[at:start], _said(known, language, page, item)]
            code.append(known.block(item.what) if item.kind == "embed" else item.what.partition("\n")[2] if item.kind == "fence" else "")
            at = end
    text = _plain("".join([*parts, page.source[at : span[1]]]))
    return _searched({"location": location, "title": title, "text": text}, page, "\n".join(code), terms)


def _searched(entry: dict, page: Page, code: str, terms: re.Pattern) -> dict:
    """An entry with its hidden fields."""
    spoken = html.unescape(f"{entry['title']} {entry['text']}")
    said = {name.lower() for name in _NAME.findall(entry["text"])} | {"pre", "code"}
    pairs = itertools.chain(itertools.pairwise(html.unescape(entry["title"]).split()), _DOTTED.findall(spoken), _ARGUMENT.findall(spoken))
    phrases = [re.sub("[ -]", "", term) for term in terms.findall(spoken)] + ["".join(pair) for pair in pairs]
    boost = {name: value for name, value in _search(page).items() if name == "boost"}
    return (
        entry
        | boost
        | {
            "page": page.meta.get("description", "") if "#" not in entry["location"] else "",
            "phrases": " ".join(phrases),
            "code": " ".join(sorted({name for name in _NAME.findall(code) if name.lower() not in said})),
        }
    )


def _reference(known: Known, page: Page, module: str, terms: re.Pattern) -> Iterator[dict]:
    """The public names of a recipe, with what their docstrings say."""
    path = known.site.sources / f"{module.replace('.', '/')}.py"
    known.program(path.relative_to(known.site.sources).as_posix())
    tree = ast.parse(read(path))
    for node in tree.body:
        for owner, part in [(None, node), *((node, inner) for inner in getattr(node, "body", ()) if isinstance(node, ast.ClassDef))]:
            if isinstance(part, ast.FunctionDef | ast.ClassDef) and not part.name.startswith("_"):
                name = f"{owner.name}.{part.name}" if owner else part.name
                text = _plain(ast.get_docstring(part) or "")
                entry = {"location": f"{url(page.name)}#{module}.{name}", "title": f"<code>{part.name}</code>", "text": text}
                yield _searched(entry, page, ast.unparse(part.args) if isinstance(part, ast.FunctionDef) else "", terms)


def _said(known: Known, language: str, page: Page, item: Item) -> str:
    """What a part of a page says in words."""
    if item.kind == "list":
        return lists.LISTS[item.what](known, language, page.name) if item.what in ("pages", "chapters", "glossary") else ""
    return item.text if item.kind in ("figure", "formula") else ""


def _plain(text: str) -> str:
    """Markdown as paragraphs of HTML that holds code alone."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", re.sub(r"<!--.*?-->", "", text, flags=re.S)):
        pieces, at = [], 0
        for code in _CODE.finditer(block):
            pieces += [_words(block[at : code.start()]), f"<code>{html.escape(code[2], quote=False)}</code>"]
            at = code.end()
        line = " ".join("".join([*pieces, _words(block[at:])]).split())
        paragraphs.append(line)
    found = list(filter(None, paragraphs))
    return found[0] if len(found) == 1 and "\n" not in text.strip() else " ".join(f"<p>{line}</p>" for line in found)


def _words(text: str) -> str:
    return html.escape(html.unescape(_MARKUP.sub(" ", _LINK.sub(r"\1", text))), quote=False)
