"""Python with what it printed, for Pygments: recorded output is output, and names are as light as the text around them.

As an extension of Python-Markdown (`workshop.lexer` in mkdocs.yml) it lets Pygments know the lexer `proven`, as an installed package
would with an entry point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from pygments.lexers import LEXERS  # type: ignore[import-untyped]
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]
from pygments.token import Comment, Generic, Name, Operator, Punctuation, Text, Whitespace, _TokenType  # type: ignore[import-untyped]

__all__ = ["ProvenLexer"]  # Pygments reads it

_OUTPUT = re.compile(r"# ?([>~!])(?: |$)")
KINDS = {">": Generic.Output, "~": Generic.Output.Sample, "!": Generic.Output.Warning}
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


class Lexers(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: ARG002
        LEXERS["ProvenLexer"] = (__name__, ProvenLexer.name, ProvenLexer.aliases, ProvenLexer.filenames, ())


def makeExtension() -> Extension:
    """What Python-Markdown calls."""
    return Lexers()
