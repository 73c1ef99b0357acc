# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""A function of torch wants a tensor, and Python's sum is not torch's."""

import math

import numpy as np
import torch

# --8<-- [start:number]
for values in (2, [0.5, 1.5], np.array([0.5, 1.5])):
    try:
        torch.exp(values)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: exp(): argument 'input' (position 1) must be Tensor, not int
# > TypeError: exp(): argument 'input' (position 1) must be Tensor, not list
# > TypeError: exp(): argument 'input' (position 1) must be Tensor, not numpy.ndarray
print(f"{math.exp(2)=:.4f}, {torch.exp(torch.tensor(2.0))=:.4f}")
# > math.exp(2)=7.3891, torch.exp(torch.tensor(2.0))=7.3891
# --8<-- [end:number]

# --8<-- [start:builtin]
x = torch.tensor([[1, 2], [3, 4]])
print(f"{sum(x)=}, {x.sum()=}")  # Python adds up the rows
# > sum(x)=tensor([4, 6]), x.sum()=tensor(10)
# --8<-- [end:builtin]
