"""What Python-Markdown is taught (`workshop.extension` in mkdocs.yml): Python with what it printed, heads of tables, names that may break.

Pygments learns the lexer `proven` here, as it would of an installed package with an entry point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]
from markdown.util import AtomicString  # type: ignore[import-untyped]
from pygments.lexers import LEXERS  # type: ignore[import-untyped]
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]
from pygments.token import Comment, Generic, Name, Operator, Punctuation, Text, Whitespace, _TokenType  # type: ignore[import-untyped]

__all__ = ["ProvenLexer"]  # Pygments reads it

_OUTPUT = re.compile(r"# ?([>~!])(?: |$)")
KINDS = {">": Generic.Output, "~": Generic.Output.Sample, "!": Generic.Output.Warning}
_LONG = re.compile(r"[\w.]{16}")
_PARTS = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[._])(?=\w)")
PLAIN = {Name, Operator, Punctuation, Whitespace}  # they look like the code around them, so they need no element


class ProvenLexer(PythonLexer):
    """In HTML `.go` is compared output, `.go-Sample` what varies from run to run, `.go-Warning` an expected warning."""

    name = "Python with what it printed"
    aliases = ("proven",)
    filenames = ()

    def get_tokens_unprocessed(self, text: str, stack: tuple[str, ...] = ("root",)) -> Iterator[tuple[int, _TokenType, str]]:
        yield from _tokens(text, stack)


@cache  # every language shows the same blocks, and under `mkdocs serve` they are shown again and again
def _tokens(text: str, stack: tuple[str, ...]) -> list[tuple[int, _TokenType, str]]:
    found = []
    for at, kind, value in PythonLexer().get_tokens_unprocessed(text, stack):
        first = at == 0 or text[at - 1] == "\n"
        if kind is Comment.Single and first and (match := _OUTPUT.match(value)):
            kind = KINDS[match[1]]
        found.append((at, Text if kind in PLAIN else kind, value))
    return found


class Elements(Treeprocessor):
    """The head of a column says that it is one; a long name in a heading may break at its parts, where a phone is narrower than it."""

    def run(self, root: Element) -> None:
        for head in root.iter("th"):
            head.set("scope", "col")
        for heading in (node for node in root.iter() if node.tag in ("h1", "h2", "h3", "h4")):
            for node in list(heading.iter()):
                if node.tag != "a" and node.text and _LONG.search(node.text):
                    node.text, *parts = map(AtomicString, _PARTS.split(node.text))
                    for place, part in enumerate(parts):
                        node.insert(place, broken := Element("wbr"))
                        broken.tail = part


class Taught(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        LEXERS["ProvenLexer"] = (__name__, ProvenLexer.name, ProvenLexer.aliases, ProvenLexer.filenames, ())
        md.treeprocessors.register(Elements(md), "workshop", 1)  # after the table of contents, which has the headings as they are written


def makeExtension() -> Extension:
    """What Python-Markdown calls."""
    return Taught()
