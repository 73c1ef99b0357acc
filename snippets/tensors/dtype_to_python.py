# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.item-many", "err.ambiguous-bool"]
# ///
"""From a tensor to Python: item, tolist, and a tensor in an if."""

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

# --8<-- [start:bool]
a, b = torch.tensor([1, 2]), torch.tensor([1, 3])
try:
    if a == b:
        print("equal")
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# --8<-- [end:bool]

# --8<-- [start:compare]
print(f"{a == b=}")
# > a == b=tensor([ True, False])
print(f"{(a == b).all()=}, {(a == b).any()=}")
# > (a == b).all()=tensor(False), (a == b).any()=tensor(True)
print(f"{torch.equal(a, b)=}")
# > torch.equal(a, b)=False

x = torch.tensor([0.1 + 0.2], dtype=torch.float64)
y = torch.tensor([0.3], dtype=torch.float64)
print(f"{torch.equal(x, y)=}, {torch.allclose(x, y)=}")  # rounding
# > torch.equal(x, y)=False, torch.allclose(x, y)=True
# --8<-- [end:compare]
