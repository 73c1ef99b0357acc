"""The project's own pages: form, languages, words, claims, news and reviews."""

from types import ModuleType

import pytest

from workshop import changes, claims, glossary, lint, parity, review


@pytest.mark.parametrize("module", [lint, parity, glossary, claims, changes, review], ids=lambda module: module.__name__.rpartition(".")[2])
def test_nothing_is_wrong_with(module: ModuleType) -> None:
    faults = module.check()
    assert not faults, f"{len(faults)} to mend:\n" + "\n".join(map(str, faults))
