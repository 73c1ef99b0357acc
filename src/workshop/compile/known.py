"""What compile asks of a site: every answer is kept, and noted for the page that asked.

A page is compiled again only if one of its questions has another answer. So a question is asked in small: the title of one page, the
text of one section, the fact of one script.
"""

from __future__ import annotations

import ast
import functools
import hashlib
import html
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple, TypeVar

import yaml

from proven import record, task
from proven.fault import Fault, read
from proven.record import Fact
from proven.script import Script, newest_first
from proven.task import Task
from workshop import tables
from workshop.home import OURS, Home
from workshop.page import Page
from workshop.project import Site

_NAMED = re.compile(r"[^*.\n]{1,9}\*\*(`+)[^\n]+?\1\*\*")  # another message right behind one
_MESSAGE = re.compile(r"\*\*(?P<ticks>`+) ?(?P<message>.+?) ?(?P=ticks)\*\*")
TYPE = re.compile(r"(?P<type>\w+(?:Error|Warning|Exception|Node)): (?=.)")
OF_PAGES = {
    "text",
    "names",
    "chapters",
    "title",
    "description",
    "exists",
    "messages",
    "beliefs",
    "places",
    "_places",
}  # questions that docs/ alone answers
ENOUGH_SAID = 50  # letters of a verdict: "It is not." alone says too little
Answer = TypeVar("Answer")


class Message(NamedTuple):
    """An error message that a page explains; `address` is its id there, the same in every language because the message is."""

    text: str
    page: str
    address: str
    causes: int  # that its entry lists; 1 if it has no list


class Belief(NamedTuple):
    """What many people believe, what the page that settles it says first, and the section where it does."""

    text: str
    verdict: str
    page: str
    section: str


def question(method: Callable[..., Answer]) -> Callable[..., Answer]:
    """A method of `Known` whose answer depends on its arguments and on the files alone."""

    @functools.wraps(method)
    def ask(self: Known, *arguments: str) -> Answer:
        key = (method.__name__, *arguments)
        if key not in self.answers:
            answer = method(self, *arguments)
            self.answers[key] = answer, hashlib.sha256(repr(answer).encode()).hexdigest()[:16]
        answer, digest = self.answers[key]
        self.noted[key] = digest
        return answer

    return ask


class Known:
    """A site as it is now; `root` is the address that it is going to have, `home` whose it is."""

    def __init__(self, site: Site, root: str, home: Home | None = None) -> None:
        self.site, self.root, self.home = site, root, home or Home(OURS, root)
        self.answers: dict[tuple[str, ...], tuple[Any, str]] = {}
        self.noted: dict[tuple[str, ...], str] = {}
        self._pages: dict[str, dict[str, Page]] = {}
        self._scripts: dict[str, Script] = {}
        self._tasks: dict[str, Task] = {}

    def forget(self, pages_alone: bool) -> None:
        """Files have changed: pages alone, or any."""
        self._pages.clear()
        if not pages_alone:
            self._scripts.clear()
            self._tasks.clear()
        self.answers = {key: answer for key, answer in self.answers.items() if pages_alone and key[0] not in OF_PAGES}

    def pages(self, language: str) -> dict[str, Page]:
        """The pages as they are written, by name. Whoever looks into one asks for its `text` as well, which is noted."""
        if language not in self._pages:
            self._pages[language] = self.site.pages(language)
        return self._pages[language]

    def still(self, noted: Sequence[tuple[Sequence[str], str]]) -> bool:
        """Have these questions the answers that they had?"""
        for (name, *arguments), digest in noted:
            try:
                getattr(self, name)(*arguments)
            except Fault:
                return False
            if self.answers[name, *arguments][1] != digest:
                return False
        return True

    # Pages

    @question
    def text(self, language: str, name: str) -> str:
        pages = self.pages(language)
        return pages[name].source if name in pages else ""

    @question
    def names(self, language: str) -> list[str]:
        return list(self.pages(language))

    @question
    def chapters(self, language: str) -> list[tuple[str, str, list[str]]]:
        """Name, title and written pages of each chapter, its own page first."""
        written = self.pages(language)
        listed = ((name, chapter.titles[language], [f"{name}/index", *chapter.pages]) for name, chapter in self.site.nav.items())
        return [(name, title, pages) for name, title, names in listed if (pages := [page for page in names if page in written])]

    @question
    def title(self, language: str, name: str) -> str:
        """What a page calls itself; its name if it does not, or if there is none."""
        pages = self.pages(language)
        return pages[name].meta.get("title", name) if name in pages else name

    @question
    def description(self, language: str, name: str) -> str:
        return self.pages(language)[name].meta.get("description", "")

    @question
    def exists(self, language: str, name: str) -> bool:
        return name in self.pages(language)

    @question
    def messages(self, language: str) -> list[Message]:
        """Every error message that a page explains, sorted."""
        found = [
            Message(text, name, address, causes(page, span))
            for name, page in self.pages(language).items()
            for text, address, span in error_entries(page)
        ]
        return sorted(found, key=lambda message: (message.text.lstrip("'. ").lower(), message.page))

    @question
    def beliefs(self, language: str) -> list[Belief]:
        """Every common belief that a page settles, in reading order."""
        prefix = self.site.words(language)["lists"]["belief"]
        listed = [name for _, _, pages in self.chapters(language) for name in pages]
        return [
            Belief(text, verdict, name, section)
            for name in listed
            for text, verdict, section in beliefs(self.pages(language)[name], prefix)
        ]

    @question
    def words(self, language: str, section: str) -> dict[str, str]:
        return self.site.words(language)[section]

    # Scripts and recipes, by the names that embeds have for them: `chapter/file.py`

    @question
    def section(self, embed: str) -> str:
        """The text of an embed as a page shows it: of a whole file without its header."""
        text = self.site.source(embed)
        return re.sub(r"\A# /// script$.*?^# ///$\n*", "", text, flags=re.M | re.S) if ":" not in embed else text

    @question
    def program(self, file: str) -> str:
        """The whole file as code that runs alone."""
        return self.site.until(file) if self.is_script(file) else self.site.source(file)

    @question
    def end(self, embed: str) -> int:
        """How many lines of its program a section needs to run."""
        file = embed.partition(":")[0]
        text = self.site.until(embed) if self.is_script(file) else self.program(file)
        return text.count("\n")

    @question
    def header(self, file: str) -> dict[str, Any]:
        return asdict(self.script(file).header)

    @question
    def digest(self, file: str) -> str:
        """Of a script with its recipes."""
        loaded = self.script(file)
        return loaded.sha256 + "".join(record.recipe_digests(loaded).values())

    @question
    def summary(self, file: str) -> str:
        return ast.get_docstring(self.script(file).tree) or ""

    @question
    def task(self, embed: str) -> tuple[str, str]:
        """Of a task (`chapter/file.tasks.toml:id`) the change as a diff, and the lines that come out."""
        found = self._task(embed)
        return found.diff(), "\n".join(found.output) + "\n"

    def block(self, embed: str) -> str:
        """What an embed shows: a section, or of a task its change and what comes out."""
        return "".join(self.task(embed)) if self.is_task(embed) else self.section(embed)

    def _task(self, embed: str) -> Task:
        if embed not in self._tasks:
            file, _, id = embed.partition(":")
            self._tasks[embed] = task.of(self.site.scripts / file, self.site, id)
        return self._tasks[embed]

    @question
    def proofs(self, what: str) -> dict[str, tuple[str, Fact | None]]:
        """What the record of each kind of device says of a script or task: its state and the fact."""
        loaded = self._task(what) if self.is_task(what) else self.script(what)
        return {kind: record.proof(loaded, self.site.facts(kind)) for kind in record.KINDS}

    @question
    def standings(self, file: str) -> dict[str, tuple[str, Fact | None]]:
        """As `proofs`, in every setup that there is a record of; where a run proved nothing, how it came out (`skipped` or `failed`) and its fact."""
        loaded, known = self.script(file), {}
        for setup in self.site.setups:
            facts = self.site.facts(setup)
            state, fact = record.proof(loaded, facts)
            if fact is None and (other := facts.get(loaded.name)):
                state, fact = other.outcome, other
            known[setup] = state, fact
        return known

    @question
    def older(self, file: str) -> list[str]:
        """The versions of torch for which a script, or a task of it, records something else than the newest prints."""
        tasks = self.site.scripts / f"{file.removesuffix('.py')}{task.SUFFIX}"
        subjects = [self.script(file), *(task.load(tasks, self.site).values() if tasks.is_file() else ())]
        return newest_first(set().union(*(subject.older for subject in subjects)))

    @question
    def users(self, recipe: str) -> list[str]:
        """The scripts that import a recipe."""
        path = self.site.path(recipe)
        return [file for file in self.scripts() if path in self.script(file).recipes]

    @question
    def scripts(self) -> list[str]:
        return [path.relative_to(self.site.scripts).as_posix() for path in self.site.find()]

    @question
    def recipes(self) -> list[str]:
        return [path.relative_to(self.site.sources).as_posix() for path in self.site.recipes]

    @question
    def places(self, file: str) -> list[tuple[str, str]]:
        """The pages and sections that show a script: every language shows it at the same places."""
        return self._places().get(file, [])

    @question
    def _places(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for page in self.pages(next(iter(self.site.languages))).values():
            for section, _, _, embeds in page.sections():
                for file in dict.fromkeys(embed.partition(":")[0] for embed in embeds):
                    found.setdefault(file, []).append((page.name, section))
        return found

    def script(self, file: str) -> Script:
        """A script as it is loaded. Whoever looks into one asks for its `digest` as well, which is noted."""
        if file not in self._scripts:
            self._scripts[file] = self.site.load(self.site.path(file))
        return self._scripts[file]

    def address(self, language: str) -> str:
        """Where a language's site is going to stand."""
        return self.root + self.site.languages[language].folder

    def is_script(self, file: str) -> bool:
        return file.endswith(".py") and (self.site.scripts / file).is_file()

    @staticmethod
    def is_task(embed: str) -> bool:
        return embed.partition(":")[0].endswith(task.SUFFIX)

    # Data

    @question
    def asked(self, language: str) -> dict[str, list[str]]:
        """What readers of each page typed; no messages, which pages hold as they are."""
        found: dict[str, list[str]] = {}
        for query in self.site.queries:
            if query.language == language and query.kind != "error":
                for page in query.pages:
                    found.setdefault(page, []).append(query.text)
        return found

    @question
    def changes(self) -> list[tuple[str, str, str, dict[str, str]]]:
        """Date, page, kind and text by language, the latest first."""
        latest = sorted(self.site.changes, key=lambda change: change.date, reverse=True)
        return [(change.date, change.page, change.kind, change.text) for change in latest]

    @question
    def changed(self, name: str) -> str:
        """The day of a page's last change; empty if none is recorded."""
        return next((date for date, page, *_ in self.changes() if page == name), "")

    @question
    def glossary(self) -> list[tuple[dict[str, str], tuple[str, ...]]]:
        return [(term.words, term.avoid) for term in self.site.glossary]

    @question
    def explained(self) -> dict[str, str]:
        """The page that says what a term means, by its English word."""
        return {term: page for term, (page, _) in self.site.explained.items()}

    @question
    def claims(self) -> list[tuple[str, bool]]:
        """Verdict of each claim of the ledger, and whether an embedded script settles it."""
        settling = self.site.settling()
        return [(claim.verdict, claim.id in settling) for claim in self.site.claims.values()]

    @question
    def versions(self) -> list[dict[str, str]]:
        """What a try of older versions of torch gave, a row a version; scripts/older_torch.py writes it."""
        path, mend = self.site.data / "versions.csv", "let scripts/older_torch.py write it"
        return [row for _, row in tables.rows(path, tables.VERSIONS, "what a try gave", mend)] if path.is_file() else []

    @question
    def redirects(self) -> list[tuple[str, str]]:
        """Names that pages had, and the pages that took their places."""
        path = self.site.data / "redirects.csv"
        table = tables.rows(path, ("from", "to"), "an old name and a new one", "write from,to; both as chapter/page")
        return [(row["from"], row["to"]) for _, row in table]

    @question
    def references(self) -> dict[str, str]:
        """Names of torch that signatures use, and the page of torch's documents that each leads to."""
        path = self.site.data / "refs.yml"
        return yaml.safe_load(read(path)) if path.is_file() else {}

    @question
    def picture(self, name: str) -> str | bytes:
        """A file below docs/, SVG as text.

        Raises:
            Fault: there is none.
        """
        path = self.site.docs / name
        if not path.is_file():
            raise Fault(path, 1, "this picture does not exist", "run its snippet with --update, or its script")
        return path.read_text("utf-8") if path.suffix == ".svg" else path.read_bytes()

    def relative(self, target: str, page: str) -> str:
        """From a page (`chapter/page`) to another file of the language's folder."""
        return posixpath.relpath(target, posixpath.dirname(page) or ".")


def messages(page: Page) -> Iterator[tuple[str, str, int]]:
    """Each message that a page explains, in bold code in its section `{ #errors }`, with its address and where it ends in the source."""
    section = next((found for found in page.stretches() if found[0] == "errors"), None)
    if section is None:
        return
    _, start, end = section
    fences = [item.span for item in page.of("fence")]
    taken: set[str] = set()
    for match in _MESSAGE.finditer(page.source, start, end):
        if any(first <= match.start() < last for first, last in fences):
            continue
        message = match["message"]
        address = "error-" + re.sub(r"[^a-z0-9]+", "-", TYPE.sub("", message).lower()).strip("-")[:60].rstrip("-")
        while address in taken:
            address += "-again"
        taken.add(address)
        yield message, address, match.end()


def causes(page: Page, entry: tuple[int, int]) -> int:
    """How many causes an entry lists; 1 if it has no list."""
    return page.source.count("\n- ", *entry) or 1


def error_entries(page: Page) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Each message with its address and what its entry says. An entry begins with a message at the beginning of a line; the messages
    further on in it, such as the wording of older versions, are other names of the same entry."""
    found = list(messages(page))
    last = next((end for name, _, end in page.stretches() if name == "errors"), 0)
    heads = []
    for _, _, end in found:
        start = page.source.rfind("**`", 0, end)
        heads.append(not page.source[page.source.rfind("\n", 0, start) + 1 : start].strip(" -"))
    for at, (message, address, end) in enumerate(found):
        head = next((i for i in range(at, -1, -1) if heads[i]), at)
        following = next((i for i in range(head + 1, len(found)) if heads[i]), None)
        start = found[head][2] if heads[head] else end
        while named := _NAMED.match(page.source, start):
            start = named.end()
        until = last if following is None else page.source.rfind("\n\n", start, found[following][2])
        yield message, address, (start, max(start, until))


def beliefs(page: Page, prefix: str) -> Iterator[tuple[str, str, str]]:
    """Each common belief of a page, in the box that begins with these words: belief, verdict and the section that holds the box."""
    heads = page.of("heading")
    for match in re.finditer(rf'^!!! note "{re.escape(prefix)}: (?P<belief>.+)"\n\n?    (?P<said>.+)$', page.source, re.M):
        section = next((head.what.partition(" ")[2] for head in reversed(heads) if head.span[0] < match.start()), "")
        said = re.sub(r"\[([^\]]+)\]\([^)]*\)(?:\{[^}]*\})?|<!--.*?-->", lambda link: link[1] or "", match["said"])
        verdict = ""
        for sentence in re.split(r"(?<=[.!?])\s+", said):
            if len(verdict) >= ENOUGH_SAID:
                break
            verdict = f"{verdict} {sentence}".strip()
        yield match["belief"], re.sub(r":$", ".", verdict), section


def literal(text: str) -> str:
    """Text as it stands, where Markdown or HTML would read it as more."""
    return re.sub(r"[\\*_`\[\]{}|$]", lambda sign: f"&#{ord(sign[0])};", html.escape(text, quote=False))
