"""MkDocs renders what the compiler made: the one hook of mkdocs.yml, and with preview.py all that knows MkDocs.

The English site is built inside the Korean build, so that `mkdocs build` and `mkdocs serve` always give both: beside it, in a process of its
own, where this one can fork.
"""

from __future__ import annotations

import gc
import hashlib
import json
import logging
import os
import shutil
import sys
import threading
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from proven.fault import Fault
from workshop import preview
from workshop.compile import Compiler, around
from workshop.compile.known import Known
from workshop.home import home
from workshop.project import Site

log = logging.getLogger("mkdocs.workshop")
TORCH = "https://docs.pytorch.org/docs/stable/"
_beside: list[int] = []  # the process that builds the other languages


@event_priority(100)  # before mkdocstrings reads its configuration
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Compile, and let MkDocs read what was compiled."""
    site, code = Site(Path(config.config_file_path).parent), config.theme["language"]
    first = code == next(iter(site.languages))
    gc.disable()  # a build leaves little to collect, and looking for it takes a tenth of the time
    try:
        whose = home()
        if not whose.ours:
            config.site_url = whose.address + site.languages[code].folder
        root = (config.site_url or "/").removesuffix(site.languages[code].folder)
        compiler = preview.compiler(lambda: Compiler(Known(site, root, whose), site.root / "build"), anew=first)
    except Fault as fault:
        raise PluginError(str(fault)) from None
    known = json.loads((compiler.out / f"{code}.json").read_text("utf-8"))
    for what in known["faults"]:
        log.warning(what)
    names = compiler.out / "objects.inv"
    digest = hashlib.sha256(names.read_bytes()).hexdigest()  # what an address gave is kept for a day: other names, another address
    inventory = {"url": f"{names.as_uri()}#{digest}", "base_url": TORCH}
    config.plugins["mkdocstrings"].config.handlers["python"]["inventories"] = [inventory]
    config.docs_dir, config.nav = str(compiler.out / code), known["nav"]
    config.site_name, config.site_description, config.copyright = (known[key] for key in ("name", "description", "copyright"))
    config.extra["known"] = known
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The folder of the site is empty now: another process may write into it."""
    if not _others(config) or sys.platform != "linux" or threading.active_count() > 1:
        return files
    if pid := os.fork():
        _beside.append(pid)
        return files
    code = 1
    try:
        _build_others(config)
        code = 0
    except BaseException as error:
        log.error(str(error), exc_info=not isinstance(error, MkDocsException))
    finally:
        logging.shutdown()
        os._exit(code)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    config.extra_css[:] = [path for path in config.extra_css if "mkdocstrings" not in str(path)]  # assets/site.css has what is needed
    env.globals.update(words=config.extra["known"]["words"], changed=config.extra["known"]["changed"])
    preview.built(config, files, env)
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    preview.navigation(config, nav)
    return nav


def on_page_context(context: dict, page: Page, config: MkDocsConfig, **_: object) -> dict:
    known = config.extra["known"]
    context |= around.page(known, page.url, page.meta.get("source", ""), Path(config.docs_dir).parents[1])
    context["packed"] = context["up"] + config.extra["packed"] if config.extra.get("packed") else ""
    return context


def on_template_context(context: dict, config: MkDocsConfig, **_: object) -> dict:
    return context | around.anywhere(config.extra["known"])


def on_post_build(config: MkDocsConfig) -> None:
    """What lies beside the pages, and the other languages."""
    code, out = config.theme["language"], Path(config.docs_dir).parent
    if config.use_directory_urls:  # else it is a site that is read from disk
        shutil.copytree(out / f"{code}.plain", config.site_dir, dirs_exist_ok=True)
    if not _beside:
        _build_others(config)
    elif os.waitpid(_beside.pop(), 0)[1]:
        raise PluginError("the site of another language could not be built; what is wrong stands above")
    gc.enable()


def on_build_error(**_: object) -> None:
    while _beside:
        os.waitpid(_beside.pop(), 0)


def _others(config: MkDocsConfig) -> list[dict[str, str]]:
    """The sites that are built with this one: with the first language's all others."""
    first, *others = config.extra["known"]["sites"]
    return others if config.theme["language"] == first["code"] else []


def _build_others(config: MkDocsConfig) -> None:
    for site in _others(config):
        build(preview.of(config, site))


on_serve = preview.on_serve
