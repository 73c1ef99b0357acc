"""What is wrong in a file of the project, and how files are read and written."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


class Fault(Exception):
    """A fault in a file: where it is, what it is and how to mend it.

    Attributes:
        path: the file; its text shows it relative to the current folder where it lies below that, else absolute.
        line: 1-based.
        what: the fault.
        mend: what to do about it; may be empty.
    """

    def __init__(self, path: Path, line: int, what: str, mend: str = "") -> None:
        self.path, self.line, self.what, self.mend = Path(path), line, what, mend
        super().__init__(path, line, what, mend)

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}: {self.what}" + (f"\n  mend: {self.mend}" if self.mend else "")


def shown(path: Path, root: Path | None = None) -> str:
    """A path as messages show it: relative to `root` (by itself the current folder) if it lies below, with forward slashes."""
    root = Path.cwd() if root is None else root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def read(path: Path) -> str:
    """The text of a file, without a byte order mark and with the line ends of any system as `\\n`.

    Raises:
        Fault: it cannot be read, or a byte is not UTF-8, with its line.
    """
    try:
        raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    except OSError as error:
        raise Fault(path, 1, f"cannot be read: {error.strerror}", "see what it is") from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Fault(path, line, f"byte 0x{raw[error.start]:02x} is not UTF-8", "save the file as UTF-8") from None


def as_written(path: Path, text: str) -> bytes:
    """A text as the bytes of the file that stands there: with its byte order mark and its line ends.

    Raises:
        Fault: the file mixes line ends.
    """
    raw = path.read_bytes() if path.is_file() else b""
    carried = raw.count(b"\r\n")
    if carried not in (0, raw.count(b"\n")):
        raise Fault(path, 1, "mixes line ends, so it cannot be written as it was", "save it with one kind of line end")
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", "\r\n" if carried else "\n").encode()


def replace(path: Path, data: bytes) -> None:
    """Write a file so that it is at every moment the old one or the new one; its permissions stay."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_bytes(data)
    with contextlib.suppress(FileNotFoundError):
        draft.chmod(path.stat().st_mode)
    os.replace(draft, path)
