"""The project's own pages: form, languages, words, claims, news and reviews."""

import pytest

from workshop.check import CHECKS
from workshop.project import Site


@pytest.fixture(scope="module")
def project() -> Site:
    return Site()


@pytest.mark.parametrize("name", CHECKS)
def test_nothing_is_wrong_with(name: str, project: Site) -> None:
    faults = list(CHECKS[name](project, project.all_pages()))
    assert not faults, f"{len(faults)} to mend:\n" + "\n".join(map(str, faults))
