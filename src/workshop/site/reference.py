"""The reference of the recipes: links to torch's documents and to the tests need no network; other pages do not carry its styles."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import yaml_load
from mkdocs_autorefs import AutorefsPlugin
from mkdocstrings import MkdocstringsPlugin

from proven.script import ROOT
from workshop.site.chapters import repository

REFS = ROOT / "data" / "refs.yml"
TORCH = "https://docs.pytorch.org/docs/stable/"
TESTS = "tests/recipes"
_CODE = re.compile(r"<code>([\w.]+)</code>")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.extra_css.remove(MkdocstringsPlugin.css_filename)  # assets/site.css has the few rules that are needed
    config.plugins["autorefs"].config.update(link_titles="external", strip_title_tags=True)  # no markup in a tooltip
    return config


def on_page_content(html: str, **_: object) -> str:
    """Let a name of torch in code font lead to its document as well, not only in signatures."""
    if "doc-object" not in html:
        return html
    names = {alias: name for name in _refs() for alias in (name, name.rpartition(".")[2])}
    html = re.sub(r"</code>\s+\)", "</code>)", html)  # the template leaves a blank behind a default value
    return _CODE.sub(lambda code: f'<autoref identifier="{names[code[1]]}">{code[0]}</autoref>' if code[1] in names else code[0], html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Tell autorefs, before it resolves the names, where each one leads."""
    autorefs = config.plugins["autorefs"]
    assert isinstance(autorefs, AutorefsPlugin)
    for name, address in _refs().items():
        autorefs.register_url(name, TORCH + address)
    for path in (ROOT / TESTS).glob("test_*.py"):
        autorefs.register_url(f"{TESTS}/{path.name}", f"{repository(config)}/blob/main/{TESTS}/{path.name}")
    return env


def on_post_build(config: MkDocsConfig) -> None:
    (Path(config.site_dir) / MkdocstringsPlugin.css_filename).unlink(missing_ok=True)


def _refs() -> dict[str, str]:
    return yaml_load(REFS.read_text("utf-8")) if REFS.is_file() else {}
