# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.item-many"]
# ///
"""From a tensor to Python: item and tolist."""

import torch

# --8<-- [start:python]
loss = torch.tensor(0.25)
x = torch.tensor([[1, 2], [3, 4]])

print(f"{loss.item()=}, {type(loss.item()).__name__=}")
# > loss.item()=0.25, type(loss.item()).__name__='float'
print(f"{x.tolist()=}")
# > x.tolist()=[[1, 2], [3, 4]]
print(f"{x.sum().item()=}")
# > x.sum().item()=10
# --8<-- [end:python]

# --8<-- [start:item]
try:
    x.item()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: a Tensor with 4 elements cannot be converted to Scalar
# --8<-- [end:item]
