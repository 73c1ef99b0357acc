"""A new page: a snippet that runs, a page in each language, its place in navigation and news; and a new chapter's index with it.

What is to be written is marked `TODO(page)`; the check of the form refuses the marks until then.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from proven import fault, judge
from proven.fault import Fault, read
from proven.run.pool import Pool
from workshop import tables
from workshop.check.form import TODO
from workshop.project import Site

TEMPLATES = Path(__file__).with_name("templates")


def new(name: str, project: Site, titles: dict[str, str] | None = None, say: Callable[[str], object] = print) -> list[Path]:
    """Create the page `chapter/page`, all of it or nothing. Returns the files that are to be written.

    Args:
        name: chapter/page, in small letters, words joined by `-`.
        project: where.
        titles: language -> title of the chapter; makes a chapter that is not there yet.
        say: told of each step.

    Raises:
        Fault: the chapter is unknown (or known, with titles), a file exists already, or the new snippet does not run here.
    """
    chapter, _, page = name.partition("/")
    nav, news = project.data / "nav.yml", project.data / "changes.csv"
    snippet = project.scripts / chapter / f"{page.replace('-', '_')}.py"
    if titles and chapter in project.nav:
        raise Fault(nav, 1, f"there is a chapter {chapter!r} already", "leave out its titles")
    values = {"title": page.replace("-", " ").capitalize(), "id": page, "snippet": f"{chapter}/{snippet.name}"}
    texts = {snippet: _filled("snippet.py", values)}
    for code in project.languages:
        texts[project.docs / code / f"{name}.md"] = _filled(f"page.{code}.md", values)
        if titles:
            texts[project.docs / code / chapter / "index.md"] = _filled(f"chapter.{code}.md", {"title": titles[code], "id": chapter})
    for path in texts:
        if path.exists():
            raise Fault(path, 1, "exists already", "edit it, or choose another name")
    change = tables.Change(
        datetime.now(UTC).date().isoformat(), name, "new", dict.fromkeys(project.languages, f"{TODO}: {values['title']}")
    )
    known = {nav: tables.with_page(nav, name, titles), news: tables.with_change(news, change)}
    folders = [folder for path in texts for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    before = {path: path.read_bytes() if path.exists() else None for path in (*texts, *known)}
    try:
        for path, text in {**texts, **known}.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            say(f"{'created' if path in texts else 'extended'} {project.name(path)}")
        say(f"running {project.name(snippet)} ...")
        _prove(snippet, project)
    except BaseException:  # an interrupt as well must leave nothing half written
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        for folder in sorted(set(folders), reverse=True):
            if folder.is_dir():
                folder.rmdir()
        raise
    return [*texts, news]


def _filled(template: str, values: dict[str, str]) -> str:
    path = TEMPLATES / template
    if not path.is_file():
        raise Fault(path, 1, "there is no such template", "write it: each language has one of a page and one of a chapter")
    return Template(read(path)).substitute(values)


def _prove(path: Path, project: Site) -> None:
    """Run a snippet and record what it prints."""
    script = project.load(path)
    try:
        with Pool([script], jobs=1) as pool:
            result = pool.run(script)
    except RuntimeError as error:
        raise Fault(path, 1, f"could not be run: {error}", "nothing was created; mend that and try again") from None
    if result.failure:
        raise Fault(path, result.line, result.failure, "nothing was created; see that `pytest snippets/` passes, then try again")
    for file, data in judge.updated(script, result).items():
        fault.replace(file, data)
