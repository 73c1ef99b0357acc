"""Render the compiled pages with ProperDocs, a kept-up fork of MkDocs, and compare what they say with the site that MkDocs built.

    uv run mkdocs build --site-dir .cache/generators/mkdocs
    uv run --with properdocs==1.6.7 python scripts/other_generator.py .cache/generators/mkdocs

It gets nothing of ours but build/<language>/ and the lexer: no hook, no template, no plugin. So the reference of the recipes is missing
on their pages, and the 404 page and redirects are not there; on every other page the text must be the same. Exit code 1: it is not.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml
from compare_sites import lines

ROOT = Path(__file__).resolve().parents[1]
AROUND = ".proof, .proofs, .programs, .mend, .top, .md-content__button, .md-path, .md-source-file"  # templates and folds
PLUGIN = ("recipes/",)


class Loader(yaml.SafeLoader):
    """mkdocs.yml with the default in place of each environment variable."""


Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


def render(language: str, into: Path) -> None:
    ours = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)
    config = {key: ours[key] for key in ("site_name", "site_url", "markdown_extensions")}
    config |= {
        "theme": {"name": "material", "font": False, "language": language},
        "plugins": [],
        "docs_dir": str(ROOT / "build" / language),
    }
    file = ROOT / "build" / f"properdocs.{language}.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    subprocess.run([Path(sys.executable).with_name("properdocs"), "build", "--quiet", "-f", file, "-d", into], check=True)
    file.unlink()


def main(built: Path) -> int:
    differing, same = [], 0
    for language, folder in (("ko", "."), ("en", "en")):
        into = built.parent / "properdocs" / language
        render(language, into)
        for page in sorted(into.rglob("index.html")):
            name = page.relative_to(into).as_posix()
            if name.startswith(PLUGIN) and name != "recipes/index.html":
                continue
            if lines(page, True, AROUND) == lines(built / folder / name, True, AROUND):
                same += 1
            else:
                differing.append(f"{language}/{name}")
    print(*differing, f"{same} pages say the same, {len(differing)} do not", sep="\n")
    return 1 if differing else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve()))
