"""Under `mkdocs serve` a saved page is seen at once: only what was compiled anew is rendered, with what the last build knows of the others.

A page whose title or place has changed changes other pages too: then the site is built.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from proven.fault import Fault
from workshop.compile import Compiler

log = logging.getLogger("mkdocs.workshop")


class Built(NamedTuple):
    """What MkDocs knows of the site of a language when it renders a page."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


_compiler: list[Compiler] = []
_navs: dict[str, Navigation] = {}
_built: dict[str, Built] = {}


def compiler(make: Callable[[], Compiler], anew: bool) -> Compiler:
    """The compiler of this process, after it has compiled everything; once for all languages of a build."""
    if not _compiler:
        _compiler.append(make())
    elif not anew:
        return _compiler[0]
    _compiler[0].known.forget(pages_alone=False)
    _compiler[0].all()
    return _compiler[0]


def navigation(config: MkDocsConfig, nav: Navigation) -> None:
    _navs[config.theme["language"]] = nav


def built(config: MkDocsConfig, files: Files, env: Environment) -> None:
    code = config.theme["language"]
    _built[code] = Built(config, files, _navs[code], env)


def of(config: MkDocsConfig, site: dict[str, str]) -> MkDocsConfig:
    """The configuration of another language, whose site lies in that of this one."""
    return load_config(
        str(Path(config.config_file_path).with_name(f"mkdocs.{site['code']}.yml")),
        site_dir=str(Path(config.site_dir) / site["folder"]),
        site_url=(config.site_url or "/") + site["folder"],
        strict=config.strict,
    )


def _prepare(config: MkDocsConfig) -> None:
    """Let MkDocs know a site that another process has built: all but the rendering of `mkdocs.commands.build.build`."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    env, files = config.theme.get_env(), get_files(config)
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        assert nav
        assert file.page
        file.page.read_source(config)  # its title
    config.plugins.on_env(env, config=config, files=files)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable) -> LiveReloadServer:
    """Put this preview before the builder of MkDocs."""
    seen = _files(config)
    for site in config.extra["known"]["sites"]:
        if site["code"] not in _built:
            _prepare(of(config, site))

    def render() -> None:
        nonlocal seen
        now, start = _files(config), time.monotonic()
        changed = {path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)}
        seen = now
        if not changed:
            return
        try:
            pages = _compiler[0].saved(changed)
        except Fault as fault:
            log.error(str(fault))
            return
        if pages is None:
            builder()
            return
        for product in pages:
            code, _, name = product.partition("/")
            built = _built[code]
            file = built.files.get_file_from_path(name)
            page = file.page if file else None
            assert page
            _populate_page(page, built.config, built.files)
            _build_page(page, built.config, built.files.documentation_pages(), built.nav, built.env)
            page.validate_anchor_links(files=built.files, log_level=built.config.validation.links.anchors)
        log.info(f"{', '.join(pages) or 'Nothing'} built in {time.monotonic() - start:.2f} seconds")

    _compiler[0].pages()  # look at everything once, so that the first page saved is as quick as the next
    server.builder = render
    server.unwatch(config.docs_dir)  # what is compiled changes because of what is written
    return server


def _files(config: MkDocsConfig) -> dict[Path, int]:
    """What is watched, with the time of its last change."""
    folders = [Path(folder) for folder in config.watch]
    found = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*.*"))]
    found = [path for path in found if "__pycache__" not in path.parts]
    return {path: path.stat().st_mtime_ns for path in found if path.is_file() and not path.name.startswith((".", "#"))}
