# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Rank: the number of dimensions, or the number of independent rows."""

import torch

# --8<-- [start:rank]
x = torch.tensor([[1.0, 2, 3], [2, 4, 6]])  # the second row is twice the first
print(f"{x.ndim=} {torch.linalg.matrix_rank(x).item()=}")
# > x.ndim=2 torch.linalg.matrix_rank(x).item()=1

batch = torch.stack([x, torch.eye(2, 3)])  # (2, 2, 3)
print(f"{batch.ndim=} {torch.linalg.matrix_rank(batch).tolist()=}")
# > batch.ndim=3 torch.linalg.matrix_rank(batch).tolist()=[1, 2]
# --8<-- [end:rank]
