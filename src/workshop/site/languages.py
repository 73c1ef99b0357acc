"""Both languages from one build: navigation from data/nav.yml, the English site inside the Korean build, addresses in each language."""

from __future__ import annotations

import itertools
import logging
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, yaml_load

from proven import record
from proven.script import ROOT, shown
from workshop.site import sources

log = logging.getLogger("mkdocs.workshop")
FOLDERS = {"ko": "", "en": "en/"}  # language -> where its site stands below the first one
NAMES = {"ko": "한국어", "en": "English"}
HOME = {"ko": "첫 페이지", "en": "Front page"}
SUFFIXES = (".md", ".py")  # a page is Markdown, or a notebook as a script
NAV = ROOT / "data" / "nav.yml"


def language(config: MkDocsConfig) -> str:
    return config.theme["language"]


def up(page: Page, config: MkDocsConfig) -> str:
    """From a page to the folder that both languages share: `../../` and so on."""
    return get_relative_url("", FOLDERS[language(config)] + page.url).rstrip("/") + "/"


def root(config: MkDocsConfig) -> str:
    """The absolute address of the folder that both languages share."""
    return (config.site_url or "/").removesuffix(FOLDERS[language(config)])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    sources.forget()
    chapters = yaml_load(NAV.read_text("utf-8"))
    docs = Path(config.docs_dir)
    config.nav = [{HOME[language(config)]: "index.md"}]
    for name, chapter in chapters.items():
        listed = [f"{name}/index", *(chapter["pages"] or ())]
        if pages := [page + suffix for page in listed for suffix in SUFFIXES if (docs / (page + suffix)).is_file()]:
            config.nav.append({chapter[language(config)]: pages})
    if record.FOLDER.is_dir():
        config.watch.append(str(record.FOLDER))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if language(config) == "ko":
        for missing, present in _gaps():
            log.warning(f"{shown(missing)} is missing: it is the counterpart of {shown(present)}; write it, or delete both")
    return files


def on_page_context(context: dict, page: Page, config: MkDocsConfig, **_: object) -> dict:
    """Where this page stands in each language: absolute for search engines, relative for the reader's switch."""
    here = FOLDERS[language(config)]
    context["languages"] = [
        {
            "code": code,
            "name": NAMES[code],
            "absolute": root(config) + folder + page.url,
            "relative": get_relative_url(folder + page.url, here + page.url),
        }
        for code, folder in FOLDERS.items()
    ]
    return context


def on_template_context(context: dict, config: MkDocsConfig, **_: object) -> dict:
    """The page that a server shows for what does not exist stands at any depth: its switch leads to the front pages."""
    path = urlsplit(root(config)).path
    context["languages"] = [{"code": code, "name": NAMES[code], "relative": path + folder} for code, folder in FOLDERS.items()]
    return context


def on_post_build(config: MkDocsConfig) -> None:
    if language(config) != "ko":
        return
    for code, folder in FOLDERS.items():
        if folder:
            build(
                load_config(
                    str(ROOT / f"mkdocs.{code}.yml"),
                    site_dir=str(Path(config.site_dir) / folder),
                    site_url=(config.site_url or "/") + folder,
                    strict=config.strict,
                )
            )


def _gaps() -> list[tuple[Path, Path]]:
    """Pages without a counterpart: (missing, present)."""
    docs = [ROOT / "docs" / code for code in FOLDERS]
    return [
        (mine / page.relative_to(other), page)
        for mine, other in itertools.permutations(docs, 2)
        for suffix in SUFFIXES
        for page in sorted(other.rglob(f"*{suffix}"))
        if not (mine / page.relative_to(other)).is_file()
    ]
