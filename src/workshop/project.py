"""The site's project: the scripts with their records, and beside them languages, words, navigation, tables and pages."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proven.fault import Fault, read
from proven.project import Project
from proven.script import Script
from workshop import tables
from workshop.page import Page, load_page, paths

ROOT = Path(__file__).resolve().parents[2]  # of the project whose workshop this is
WORDS = Path(__file__).with_name("words.toml")


@dataclass(frozen=True)
class Language:
    code: str
    name: str  # in the language itself
    folder: str  # where its site stands below the first one: "" or "en/"
    home: str  # what its front page is called


class Site(Project):
    """Everything that checks and the compiler ask for. What is read is kept and read again when its file has changed."""

    def __init__(self, root: Path = ROOT) -> None:
        super().__init__(root)
        interface = tomllib.loads(read(WORDS))
        # The languages by code; the first one stands at the site's root.
        self.languages = {code: Language(code, **facts) for code, facts in interface.pop("languages").items()}
        self._interface = interface
        self.docs, self.data = self.root / "docs", self.root / "data"

    def words(self, language: str) -> dict[str, dict[str, str]]:
        """The words of the interface in one language: section of words.toml -> name -> text.

        Raises:
            Fault: a word that this language does not have.
        """
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for section, words in self._interface.items():
            for name, texts in words.items():
                if language not in texts:
                    raise Fault(WORDS, 1, f"[{section}] {name} is not said in {language!r}", f"add `{name}.{language} = ...` beside it")
                found[section][name] = texts[language]
        return dict(found)

    @property
    def nav(self) -> dict[str, tables.Chapter]:
        """The chapters by name, in reading order."""
        return self._keep("nav", self.data / "nav.yml", tables.navigation)

    @property
    def claims(self) -> dict[str, tables.Claim]:
        """The ledger of claims by id."""
        return self._keep("claims", self.data / "claims.csv", tables.claims)

    @property
    def changes(self) -> list[tables.Change]:
        """What is new on the site, the oldest first."""
        return self._keep("changes", self.data / "changes.csv", lambda path: tables.changes(path, list(self.languages)))

    @property
    def glossary(self) -> list[tables.Term]:
        return self._keep("glossary", self.data / "glossary.csv", lambda path: tables.glossary(path, list(self.languages)))

    @property
    def explained(self) -> dict[str, tuple[str, int]]:
        """The page that says what a term of the glossary means, by the term's English word; and the line of the table."""
        return self._keep("explained", self.data / "explained.csv", tables.explained)

    @property
    def queries(self) -> list[tables.Query]:
        """What readers type into the search."""
        return self._keep("queries", self.data / "queries.csv", lambda path: tables.queries(path, list(self.languages)))

    @property
    def synonyms(self) -> list[tuple[str, dict[str, str]]]:
        """What readers type and the site does not say, with what it says for it by language."""
        return self._keep("synonyms", self.data / "synonyms.csv", lambda path: tables.synonyms(path, list(self.languages)))

    @property
    def screenshots(self) -> dict[str, tuple[Path, int]]:
        """Pictures that no snippet can draw, as chapter/name: the script that takes each, and the line that says so."""
        return self._keep("screenshots", self.data / "screenshots.csv", lambda path: tables.screenshots(path, self.root))

    @property
    def recipes(self) -> list[Path]:
        """The files of the library that pages show."""
        return sorted(path for path in (self.sources / self.library).glob("[!_]*.py"))

    def scripts_and_faults(self) -> tuple[list[Script], list[Fault]]:
        """All scripts that can be read, and what is wrong with the others."""
        loaded, faults = [], []
        for path in self.find():
            try:
                loaded.append(self.load(path))
            except Fault as fault:
                faults.append(fault)
        return loaded, faults

    def settling(self) -> dict[str, list[Script]]:
        """The scripts whose output settles each claim, by the claim's id: their headers say so."""
        found: dict[str, list[Script]] = defaultdict(list)
        for loaded in self.scripts_and_faults()[0]:
            for id in loaded.header.claims:
                found[id].append(loaded)
        return dict(found)

    def pages(self, language: str) -> dict[str, Page]:
        """The pages of a language by name (`chapter/page`), as they are written.

        Raises:
            Fault: a page that is not UTF-8, or whose front matter is not YAML.
        """
        loaded = (self._keep("page", path, lambda path: load_page(path, self.root)) for path in paths(language, self.root))
        return {page.name: page for page in loaded}

    def all_pages(self) -> dict[str, dict[str, Page]]:
        """The pages by language and name: what checks work on."""
        return {language: self.pages(language) for language in self.languages}

    def is_all(self, pages: Mapping[str, Mapping[str, Page]]) -> bool:
        """Are these all pages of the project? What is missing somewhere is only then seen."""
        return all(pages[language].keys() == self.pages(language).keys() for language in self.languages)


def key(path: Path, project: Project) -> str:
    """The name that an embed has for a script or a recipe: `chapter/file.py`."""
    folder = project.scripts if path.is_relative_to(project.scripts) else project.sources
    return path.relative_to(folder).as_posix()
