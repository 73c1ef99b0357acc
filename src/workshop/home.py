"""Whose site this is: the repository that is published, and where its pages lie. A fork publishes under its own address, with its own links."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proven.fault import Fault

OURS = "torchbyexample/torchbyexample.github.io"  # where a GPU is owed before anything is published
# An address of ours in a text: of the pages, of the repository, or of what Colab opens.
TO_OURS = re.compile(
    rf"[^\s\"'()<>\\]*(?:{re.escape(OURS.partition('/')[2])}|github\.com/{OURS.partition('/')[0]})[^\s\"'()<>\\]*", re.IGNORECASE
)


@dataclass(frozen=True)
class Home:
    """A repository on GitHub, as owner/name, and the address of its pages, which ends in a slash."""

    repository: str
    address: str

    @property
    def ours(self) -> bool:
        return self.repository.lower() == OURS.lower()

    @property
    def github(self) -> str:
        return f"https://github.com/{self.repository}"

    @property
    def colab(self) -> str:
        """What Colab opens: notebooks of a branch, which holds the downloads and nothing else."""
        return f"https://colab.research.google.com/github/{self.repository}/blob/gh-pages/"


def home(environment: Mapping[str, str] = os.environ) -> Home:
    """What `REPOSITORY` names (publish.yml sets it), this project's own where nothing is said; `SITE_URL` is for a domain of one's own.

    Raises:
        Fault: REPOSITORY is no owner/name, or SITE_URL no address.
    """
    repository, address = environment.get("REPOSITORY") or OURS, environment.get("SITE_URL", "")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise Fault(Path("REPOSITORY"), 1, f"{repository!r} is no repository", "write owner/name")
    if address and not re.fullmatch(r"https?://[^\s/?#]+/(?:[^\s?#]*/)?", address):
        raise Fault(Path("SITE_URL"), 1, f"{address!r} is no address of a site", "write https://.../ with a slash at its end")
    owner, name = repository.split("/")
    host = f"{owner.lower()}.github.io"
    return Home(repository, address or (f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"))
