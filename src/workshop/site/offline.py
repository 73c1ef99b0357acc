"""A site that is read from disk: `OFFLINE=torch-by-example.zip mkdocs build --site-dir <another folder>` makes it and packs it.

A browser that opens a file finds no index.html for a folder, fetches no data and starts no worker. So addresses end in .html, the search
index is a script, and a frame stands in for the search's worker.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from workshop.site.languages import language

FOLDER = "torch-by-example"  # what the zip unpacks to
SERVED = ("404.html", "feed.xml", "robots.txt", "sitemap.xml", "sitemap.xml.gz")  # of use on a server only, as source maps are


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if packed := _packed():
        if packed.is_relative_to(Path(config.site_dir).resolve()):
            raise PluginError(f"OFFLINE={packed} lies inside the site that it packs: build into another folder with --site-dir")
        config.use_directory_urls = False
        config.extra["polyfills"] = ["assets/iframe-worker.js"]
    return config


@event_priority(-200)  # when nothing is left that writes: neither the search index nor, for the first site, the second one
def on_post_build(config: MkDocsConfig) -> None:
    packed, site = _packed(), Path(config.site_dir)
    if packed is None:
        return
    index = site / "search" / "search_index.json"
    index.with_suffix(".js").write_text(f"var __index = {index.read_text('utf-8')}", "utf-8")
    index.unlink()
    if language(config) == "ko":
        pack(site, packed)


def pack(site: Path, packed: Path) -> None:
    """Write the site to a zip, the same bytes for the same site."""
    packed.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in site.rglob("*.*") if path.name not in SERVED and path.suffix != ".map"):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path.relative_to(site).as_posix()}")  # its date is the first day of 1980
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def _packed() -> Path | None:
    """The zip to make, which the variable OFFLINE names."""
    return Path(name).resolve() if (name := os.environ.get("OFFLINE")) else None
