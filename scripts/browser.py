"""The Chromium that scripts and tests start: a system package; the variable CHROMIUM names another one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The browser's path: the variable CHROMIUM, or what is found on the PATH.

    Raises:
        FileNotFoundError: there is none.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found or not Path(found).is_file():
        raise FileNotFoundError(f"no Chromium ({found or 'not on the PATH'}): install it, or set CHROMIUM to the path of the program")
    return found
