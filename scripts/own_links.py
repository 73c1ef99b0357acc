"""Does a site that was built for another owner lead to the repository that it was forked from? `REPOSITORY` says whose it is.

    REPOSITORY=someone/lessons uv run python scripts/own_links.py FOLDER

A fork that names us on purpose, as the licence of the prose asks for, finds its own words here too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from workshop.home import TO_OURS, home  # noqa: E402

TEXT = (".html", ".md", ".xml", ".json", ".txt", ".js", ".css", ".svg", ".ipynb", ".py", ".toml", ".webmanifest")


def found(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a site that lead to ours, each with the first link that does."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in TEXT and (link := TO_OURS.search(path.read_text("utf-8"))):
            yield path.relative_to(folder), link[0]


def main() -> None:
    if len(sys.argv) != 2 or home().ours:
        sys.exit(__doc__)
    links = list(found(Path(sys.argv[1])))
    for path, link in links:
        print(f"{path}: {link}")
    print(f"{len(links)} files of the site of {home().repository} lead to the repository that it comes from")
    sys.exit(bool(links))


if __name__ == "__main__":
    main()
