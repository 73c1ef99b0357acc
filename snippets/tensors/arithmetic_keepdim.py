# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Dividing rows by their sums needs keepdim; on a square matrix nothing complains."""

import torch

# --8<-- [start:square]
x = torch.tensor([[1.0, 3.0], [2.0, 8.0]])  # each row is to sum to 1

wrong = x / x.sum(dim=1)  # (2, 2) / (2,)
right = x / x.sum(dim=1, keepdim=True)  # (2, 2) / (2, 1)
print(f"{wrong=}, {wrong.sum(dim=1)=}")
# > wrong=tensor([[0.2500, 0.3000],
# >         [0.5000, 0.8000]]), wrong.sum(dim=1)=tensor([0.5500, 1.3000])
print(f"{right=}, {right.sum(dim=1)=}")
# > right=tensor([[0.2500, 0.7500],
# >         [0.2000, 0.8000]]), right.sum(dim=1)=tensor([1., 1.])
# --8<-- [end:square]
