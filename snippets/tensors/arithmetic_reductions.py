# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""Reductions that return two things, and two that differ from NumPy."""

import numpy as np
import torch

# --8<-- [start:max]
scores = torch.tensor([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]])

print(f"{scores.max()=}")
# > scores.max()=tensor(0.7000)
values, indices = scores.max(dim=1)  # two tensors
print(f"{values=}, {indices=}")
# > values=tensor([0.7000, 0.5000]), indices=tensor([1, 0])
print(f"{scores.argmax(dim=1)=}, {scores.amax(dim=1)=}")
# > scores.argmax(dim=1)=tensor([1, 0]), scores.amax(dim=1)=tensor([0.7000, 0.5000])
print(f"{scores.topk(2, dim=1).indices=}")
# > scores.topk(2, dim=1).indices=tensor([[1, 2],
# >         [0, 1]])
# --8<-- [end:max]

# --8<-- [start:more]
x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(f"{x.mean(dim=0)=}, {x.prod(dim=0)=}")
# > x.mean(dim=0)=tensor([2., 3.]), x.prod(dim=0)=tensor([3., 8.])
print(f"{x.cumsum(dim=0)=}")  # keeps its shape
# > x.cumsum(dim=0)=tensor([[1., 2.],
# >         [4., 6.]])
print(f"{(x > 1).any()=}, {(x > 1).all(dim=1)=}, {(x > 1).sum()=}")
# > (x > 1).any()=tensor(True), (x > 1).all(dim=1)=tensor([False,  True]), (x > 1).sum()=tensor(3)
print(f"{torch.linalg.vector_norm(x)=:.4f}")  # the root of the sum of squares
# > torch.linalg.vector_norm(x)=5.4772
# --8<-- [end:more]

# --8<-- [start:numpy]
x = torch.tensor([1.0, 2.0, 3.0, 4.0])
print(f"std:    torch {x.std():.4f}, numpy {np.std(x.numpy()):.4f}")
# > std:    torch 1.2910, numpy 1.1180
print(f"std:    torch {x.std(correction=0):.4f} with correction=0")
# > std:    torch 1.1180 with correction=0
print(f"median: torch {x.median():.1f}, numpy {np.median(x.numpy()):.1f}")
# > median: torch 2.0, numpy 2.5
print(f"median: torch {x.quantile(0.5):.1f} with quantile(0.5)")
# > median: torch 2.5 with quantile(0.5)
# --8<-- [end:numpy]
