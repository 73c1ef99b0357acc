"""From what people write to what a generator reads: `build/<language>/` is plain Markdown with its pictures and downloads.

    build/ko/**.md            the pages; with them pictures, downloads, feeds, the search index: the folder that a generator renders
    build/ko.json             the navigation, and what templates need to know
    build/objects.inv         where names of torch lead, for mkdocstrings
    build/ko.plain/**.md      each page for who reads it alone, to lie beside it at <address>/index.md

A product is made again only if what it asked of the site has another answer; what it asked is kept in build/noted.json.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from workshop.compile import downloads, feeds, search
from workshop.compile.known import Known
from workshop.compile.page import compiled

Product = tuple[str, Callable[[], str | bytes]]  # its name below build/, and what makes it


class Compiler:
    """Makes and keeps the products of a site below `out`."""

    def __init__(self, known: Known, out: Path) -> None:
        self.known, self.out = known, out
        self._file = out / "noted.json"
        self._noted, self._seen = self._read()

    def _read(self) -> tuple[dict[str, list], str]:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            return (kept["products"], kept["seen"]) if kept["of"] == _self() + self.known.root + self.known.home.repository else ({}, "")
        except (OSError, ValueError, KeyError):
            return {}, ""

    def all(self) -> list[str]:
        """Make every product that is not there as it should be, drop what no longer belongs. Returns the names of those made anew."""
        seen = self._files()
        if seen == self._seen and all((self.out / name).is_file() for name in self._noted):
            return []
        products = dict(self._pages()) | dict(self._beside())
        made = self.make(products)
        for path in sorted(self.out.rglob("*"), reverse=True):
            name = path.relative_to(self.out).as_posix()
            if path.is_file() and name not in products and path != self._file:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        self._noted, self._seen = {name: noted for name, noted in self._noted.items() if name in products}, seen
        kept = {"of": _self() + self.known.root + self.known.home.repository, "seen": seen, "products": self._noted}
        _write(self._file, json.dumps(kept, ensure_ascii=False).encode())
        return made

    def pages(self) -> list[str]:
        """The pages alone: what a preview needs at once. Returns the names of those that are different now."""
        return self.make(dict(self._pages()))

    def saved(self, changed: set[Path]) -> list[str] | None:
        """The pages that are different now that these files are, if nothing else needs to be rendered; else None."""
        suffixes = {path.suffix for path in changed}
        if not suffixes <= {".md", ".py"} or not all(path.exists() for path in changed):
            return None
        before = self._titles()
        self.known.forget(pages_alone=suffixes == {".md"})
        if self._titles() != before:
            return None
        pages = self.pages()
        # What mkdocstrings renders refers to other pages.
        return None if any("\n::: " in (self.out / name).read_text("utf-8") for name in pages) else pages

    def _titles(self) -> list:
        known = self.known
        return [(known.chapters(code), [known.title(code, name) for name in known.names(code)]) for code in known.site.languages]

    def make(self, products: dict[str, Callable[[], str | bytes]]) -> list[str]:
        made = []
        for name, product in products.items():
            path = self.out / name
            if name in self._noted and path.is_file() and self.known.still(self._noted[name]):
                continue
            self.known.noted = {}
            content = product()
            self._noted[name] = list(self.known.noted.items())
            raw = content.encode() if isinstance(content, str) else content
            if not path.is_file() or path.read_bytes() != raw:
                _write(path, raw)
                made.append(name)
        return made

    def _files(self) -> str:
        """A digest of when each file that people write was last changed."""
        site = self.known.site
        folders = (site.docs, site.scripts, site.sources / site.library, site.data, site.records)
        files = sorted(path for folder in folders for path in folder.rglob("*.*"))
        stats = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files if path.is_file()]
        return hashlib.sha256(repr(stats).encode()).hexdigest()[:16]

    def _pages(self) -> Iterator[Product]:
        for code in self.known.site.languages:
            for name in self.known.pages(code):
                yield f"{code}/{name}.md", partial(compiled, self.known, code, name)

    def _beside(self) -> Iterator[Product]:
        known = self.known
        first, *others = known.site.languages
        for file in known.scripts():
            for suffix, make in ((".py", downloads.standalone), (".ipynb", downloads.notebook)):
                name = f"downloads/{file.removesuffix('.py')}{suffix}"
                yield f"{first}/{name}", partial(make, known, file)
                yield from ((f"{other}/{name}", partial(self._as, first, name, file)) for other in others)
        for recipe in known.recipes():
            yield from ((f"{code}/downloads/{recipe}", partial(known.program, recipe)) for code in (first, *others))
        for code in known.site.languages:
            pages = known.pages(code)
            for name in pages:
                yield f"{code}.plain/{downloads.url(name)}index.md", partial(feeds.markdown, known, code, name)
                if notebook := downloads.notebook_of(known, code, name):  # all of them in the first language's folder, where Colab looks
                    yield from ((f"{at}/{notebook}", partial(downloads.page_notebook, known, code, name)) for at in {first, code})
            for picture in {item.what.partition("figures/")[2] for page in pages.values() for item in page.of("figure")}:
                yield f"{code}/figures/{picture}", partial(known.picture, f"figures/{picture}")
            for old, new in known.redirects():
                yield f"{code}.plain/{downloads.url(old)}index.html", partial(feeds.redirect, known, code, old, new)
            for path in (known.site.docs / code / "notebooks").glob("*.ipynb"):  # pages of their own kind, which mkdocs-jupyter renders
                yield f"{code}/notebooks/{path.name}", partial(known.picture, f"{code}/notebooks/{path.name}")
            yield f"{code}.json", partial(feeds.site, known, code)
            yield f"{code}/llms.txt", partial(feeds.llms, known, code)
            yield f"{code}/llms-full.txt", partial(feeds.whole, known, code)
            yield f"{code}/feed.xml", partial(feeds.feed, known, code)
            yield (index := f"{code}/search/search_index.json"), partial(search.index, known, code)
            yield f"{code}/search/search_index.js", partial(self._script, index)  # from disk only a script can be read
        yield "objects.inv", partial(feeds.inventory, known)
        yield f"{first}/snippets.json", partial(feeds.snippets, known)
        yield f"{first}/robots.txt", partial(feeds.robots, known)

    def _as(self, language: str, name: str, file: str) -> bytes:
        """The download of another language, which has been made."""
        self.known.digest(file)
        return (self.out / language / name).read_bytes()

    def _script(self, name: str) -> str:
        """The search index, which has been made, as a script."""
        self.known.noted |= {tuple(asked): digest for asked, digest in self._noted[name]}
        return "var __index = " + (self.out / name).read_text("utf-8")


def _write(path: Path, raw: bytes) -> None:
    """Write a file so that it is at every moment the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(raw)
    draft.replace(path)


@cache
def _self() -> str:
    """A digest of the compiler: another one makes everything anew."""
    package = Path(__file__).parents[1]
    files = [*package.glob("*.py"), *package.glob("*.toml"), *package.glob("compile/*.py")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()[:16]
