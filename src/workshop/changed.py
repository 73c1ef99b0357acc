"""Which pages, scripts and tasks a command speaks of: those that are named, or what changed against main."""

from __future__ import annotations

import subprocess
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from proven.fault import Fault
from proven.task import SUFFIX
from workshop.page import Page
from workshop.project import Site, key


@dataclass(frozen=True)
class What:
    pages: dict[str, dict[str, Page]]  # language -> name -> page
    files: list[Path]  # scripts, and tasks without one of these


def named(names: Iterable[str], project: Site) -> What:
    """These pages and every script that they embed.

    Raises:
        Fault: no language has such a page.
    """
    names, written = list(names), project.all_pages()
    for name in names:
        if not any(name in named for named in written.values()):
            path = project.docs / next(iter(project.languages)) / f"{name}.md"
            raise Fault(path, 1, "there is no such page", "name pages as chapter/page, without .md")
    pages = _of(names, project)
    embedded = sorted({file for found in pages.values() for page in found.values() for file in page.embedded})
    return What(pages, [path for file in embedded if (path := project.scripts / file).is_file()])


def against_main(project: Site) -> What:
    """The pages that differ from main, or that embed what differs; all of them where a table of data/ differs.

    Raises:
        Fault: this is no git repository with a branch main.
    """
    files = {project.root / name for name in _differing(project.root)}
    scripts = [
        script.path
        for script in project.scripts_and_faults()[0]
        if files & {script.path, script.path.with_suffix(SUFFIX), *script.recipes, *script.figures.values()}
    ]
    shown = {key(path, project) for path in (*scripts, *files.intersection(project.recipes))}
    whole = any(path.is_relative_to(project.data) for path in files)
    differs = {
        page.name
        for named in project.all_pages().values()
        for page in named.values()
        if whole or page.path in files or shown & {file.replace(SUFFIX, ".py") for file in page.embedded}
    }
    return What(_of(differs, project), scripts)


def _of(names: Container[str], project: Site) -> dict[str, dict[str, Page]]:
    return {code: {name: page for name, page in named.items() if name in names} for code, named in project.all_pages().items()}


def _differing(root: Path) -> list[str]:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout

    try:
        base = git("merge-base", "main", "HEAD").strip()
        return [
            name
            for name in (git("diff", "--name-only", "-z", base) + git("ls-files", "-o", "--exclude-standard", "-z")).split("\0")
            if name
        ]
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        raise Fault(root, 1, f"what changed against main is unknown: {said.strip()}", "name the pages: tbe check chapter/page") from None
