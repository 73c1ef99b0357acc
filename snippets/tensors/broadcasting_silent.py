# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Shapes that fit by accident: no error, another result."""

import torch

# --8<-- [start:silent]
targets = torch.tensor([1.0, 2.0, 3.0])  # (3,)
outputs = torch.tensor([[1.0], [2.0], [3.0]])  # (3, 1), all of them right

error = (outputs - targets).abs()
print(f"{error.shape=}, {error.mean()=:.4f}")
# > error.shape=torch.Size([3, 3]), error.mean()=0.8889
error = (outputs.squeeze(1) - targets).abs()
print(f"{error.shape=}, {error.mean()=:.4f}")
# > error.shape=torch.Size([3]), error.mean()=0.0000
# --8<-- [end:silent]

# --8<-- [start:square]
x = torch.ones(3, 2)
scale = torch.tensor([1.0, 10.0, 100.0])  # one for each row
try:
    x * scale
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1

x = torch.ones(3, 3)  # as many columns as rows: fits, and scales the columns
print(x * scale)
# > tensor([[  1.,  10., 100.],
# >         [  1.,  10., 100.],
# >         [  1.,  10., 100.]])
# --8<-- [end:square]
