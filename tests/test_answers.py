"""The lists of messages and of common beliefs: nothing is left out, and what is listed is what the pages say."""

from __future__ import annotations

import re

import pytest

from workshop.compile import lists
from workshop.compile.known import Known, error_entries
from workshop.project import Site

# Where study notes are wrong or half right: each of these pages settles it in a box of its own.
SETTLED = [
    "autograd/gradients-add-up",
    "data/num-workers",
    "ensemble/cross-validation",
    "evaluation/inference",
    "evaluation/ranking-metrics",
    "math/monte-carlo",
    "math/sgd-and-minibatches",
    "math/softmax-and-one-hot",
    "parallel/data-parallel",
    "project/reading-code-and-papers",
    "python/classes-for-modules",
    "python/copies",
    "python/iterators-and-generators",
    "python/loops-and-comprehensions",
    "python/object-reference",
    "python/strings",
    "python/unpacking",
    "saving/state-dict",
    "tensors/squeeze-and-unsqueeze",
    "tensors/view-and-reshape",
    "training/gradient-accumulation",
    "training/label-smoothing",
    "transfer/freezing",
    "tuning/hyperband-and-bohb",
]


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(Site(), "/")


@pytest.mark.parametrize(("language", "prefix"), [("ko", "흔한 오해"), ("en", "A common belief")])
def test_every_common_belief_is_listed_with_an_answer(known: Known, language: str, prefix: str) -> None:
    boxes = [
        (name, belief)
        for name, page in known.pages(language).items()
        for belief in re.findall(rf'^!!! \w+ "{prefix}:? *(.*)"$', page.source, re.M)
    ]
    listed = known.beliefs(language)
    assert sorted((found.page, found.text) for found in listed) == sorted(boxes)
    assert len(listed) > 100
    for found in listed:
        assert len(found.verdict) > 15, found
        assert found.section in known.pages(language)[found.page].ids, found
        assert "](" not in found.verdict, found
    assert set(SETTLED) <= {found.page for found in listed}
    assert lists.beliefs(known, language, "answers/beliefs").count("\n- ") == len(listed)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_area_of_the_errors_holds_some_and_none_holds_most(known: Known, language: str) -> None:
    sizes = [part.count("\n- ") for part in lists.errors(known, language, "reference/errors").split("## ")[1:]]
    assert len(sizes) == len(known.words(language, "areas"))
    assert min(sizes) >= 5
    assert max(sizes) < sum(sizes) / 4


@pytest.mark.parametrize("language", ["ko", "en"])
def test_both_languages_count_the_same_causes(known: Known, language: str) -> None:
    mine, other = ({(m.page, m.text): m.causes for m in known.messages(code)} for code in (language, "en"))
    assert mine == other


def test_older_wording_belongs_to_the_entry_it_stands_in(known: Known) -> None:
    page = known.pages("en")["training/loss-errors"]
    found = {message.partition(": ")[2]: span for message, _, span in error_entries(page)}
    older, newer = found["expected scalar type Long but found Float"], found["expected target dtype to be Long or Byte, but got Float"]
    assert older == newer
    assert "losses_errors_integer.py:dtype" in page.source[slice(*older)]
    assert older != found["Target 3 is out of bounds."]
