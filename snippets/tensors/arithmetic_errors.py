# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A function of torch wants a tensor, and Python's sum is not torch's."""

import math

import torch

# --8<-- [start:number]
try:
    torch.exp(2)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: exp(): argument 'input' (position 1) must be Tensor, not int
# --8<-- [end:number]

# --8<-- [start:number-fixed]
print(f"{math.exp(2)=:.4f}, {torch.exp(torch.tensor(2.0))=:.4f}")
# > math.exp(2)=7.3891, torch.exp(torch.tensor(2.0))=7.3891
# --8<-- [end:number-fixed]

# --8<-- [start:builtin]
x = torch.tensor([[1, 2], [3, 4]])
print(f"{sum(x)=}, {x.sum()=}")  # Python adds up the rows
# > sum(x)=tensor([4, 6]), x.sum()=tensor(10)
# --8<-- [end:builtin]

# --8<-- [start:close]
x = torch.tensor([0.1, 0.2], dtype=torch.float64).sum()
print(f"{x == 0.3=}")
# > x == 0.3=tensor(False)
print(f"{torch.isclose(x, torch.tensor(0.3, dtype=torch.float64))=}")
# > torch.isclose(x, torch.tensor(0.3, dtype=torch.float64))=tensor(True)
# --8<-- [end:close]
