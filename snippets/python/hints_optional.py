# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Optional[Tensor] and Tensor | None: the same hint, and not a default."""

from typing import Optional

import torch
from torch import Tensor

# --8<-- [start:same]
print(Optional[Tensor] == (Tensor | None))
# > True
# --8<-- [end:same]


# --8<-- [start:default]
def must(scores: Tensor, mask: Tensor | None) -> Tensor:
    return scores if mask is None else scores.masked_fill(~mask, 0)


def may(scores: Tensor, mask: Tensor | None = None) -> Tensor:
    return scores if mask is None else scores.masked_fill(~mask, 0)


scores = torch.tensor([1.0, 2.0, 3.0])
try:
    must(scores)
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: must() missing 1 required positional argument: 'mask'
print(must(scores, None), may(scores))
# > tensor([1., 2., 3.]) tensor([1., 2., 3.])
print(may(scores, torch.tensor([True, False, True])))
# > tensor([1., 0., 3.])
# --8<-- [end:default]


# --8<-- [start:is-none]
def asks(scores: Tensor, mask: Tensor | None = None) -> Tensor:
    return scores.masked_fill(~mask, 0) if mask else scores  # not: is not None


print(asks(scores))
# > tensor([1., 2., 3.])
for mask in ([True, False, True], [False]):
    try:
        print(mask, asks(scores, torch.tensor(mask)))
    except RuntimeError as error:
        print(mask, f"RuntimeError: {error}")
# > [True, False, True] RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# > [False] tensor([1., 2., 3.])
# --8<-- [end:is-none]
