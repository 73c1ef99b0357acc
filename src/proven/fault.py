"""What is wrong in a file of the project, and how files are read."""

from __future__ import annotations

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
        Fault: a byte that is not UTF-8, with its line.
    """
    raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Fault(path, line, f"byte 0x{raw[error.start]:02x} is not UTF-8", "save the file as UTF-8") from None
