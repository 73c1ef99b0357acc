"""What can be wrong with pages, and everything that looks for it.

A check is a module here with `check(project, pages)`: it looks at `pages` (language -> name -> page), may ask the project for all
others, and yields each fault once. A new check is a new module and a line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from proven.fault import Fault
from workshop.check import blocks, changes, claims, form, glossary, numbers, parity, queries, review
from workshop.page import Page
from workshop.project import Site

Pages = Mapping[str, Mapping[str, Page]]
Check = Callable[[Site, Pages], Iterator[Fault]]

CHECKS: dict[str, Check] = {
    module.__name__.rpartition(".")[2]: module.check
    for module in (form, blocks, parity, glossary, claims, numbers, changes, queries, review)
}
