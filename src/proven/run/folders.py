"""Removes what snippets leave behind, however it is made."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path


def remove(top: Path) -> None:
    """Remove a folder that a snippet has written into.

    Unlike shutil.rmtree it copes with folders nested deeper than Python recurses and than a path may be long (each is moved up before its
    own turn comes), and with folders that may not be read. What cannot be removed all the same is left.
    """
    for _ in range(1_000_000):
        folders = _emptied(top)
        if not folders:
            break
        for folder in folders:
            with contextlib.suppress(OSError):
                os.chmod(folder, 0o700)
            for inner in _emptied(Path(folder)):
                with contextlib.suppress(OSError):
                    os.rename(inner, top / uuid.uuid4().hex)
            try:
                os.rmdir(folder)
            except OSError:
                return
    with contextlib.suppress(OSError):
        os.rmdir(top)


def _emptied(folder: Path) -> list[str]:
    """The folders in a folder, after everything else in it was removed."""
    folders = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)
    return folders
