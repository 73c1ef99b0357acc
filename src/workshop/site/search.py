"""The search index, made to find what readers type."""

from __future__ import annotations

import html
import itertools
import json
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    _join_title_words(Path(config.site_dir) / "search" / "search_index.json")


def _join_title_words(index: Path) -> None:
    """Let a compound be found written as one: `전이 학습` as `전이학습` too."""
    data = json.loads(index.read_text("utf-8"))
    for entry in data["docs"]:
        words = html.unescape(entry["title"]).split()
        joined = [a + b for a, b in itertools.pairwise(words) if re.search("[가-힣]", a + b)]
        entry["text"] += "".join(f" {word}" for word in joined)
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
