# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.zero-dim-iter", "err.shape-call"]
# ///
"""The errors of a tensor that is asked like a list, or has no dimension to ask about."""

import torch

# --8<-- [start:shape]
x = torch.zeros(2, 3)
try:
    x.shape(0)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: 'torch.Size' object is not callable

print(x.shape[0], x.size(0))
# > 2 2
# --8<-- [end:shape]

# --8<-- [start:zero]
loss = torch.tensor(3.0)  # shape ()
calls = {
    "for": lambda: list(loss),
    "len": lambda: len(loss),
    "[0]": lambda: loss[0],
}
for name, call in calls.items():
    try:
        call()
    except (TypeError, IndexError) as error:
        print(f"{name}  {type(error).__name__}: {str(error).split('.')[0]}")
# > for  TypeError: iteration over a 0-d tensor
# > len  TypeError: len() of a 0-d tensor
# > [0]  IndexError: invalid index of a 0-dim tensor

print(loss.item(), len(loss[None]))
# > 3.0 1
# --8<-- [end:zero]

# --8<-- [start:append]
try:
    x.append(torch.ones(3))
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'Tensor' object has no attribute 'append'

rows = [torch.ones(3), torch.zeros(3)]  # collect in a list
rows.append(torch.ones(3))
print(torch.stack(rows).shape)  # then one tensor
# > torch.Size([3, 3])
# --8<-- [end:append]

# --8<-- [start:tensors]
calls = {
    "tensor": lambda: torch.tensor([torch.ones(3), torch.zeros(3)]),
    "float": lambda: float(torch.ones(3)),
}
for name, call in calls.items():
    try:
        call()
    except ValueError as error:
        print(f"{name}  {type(error).__name__}: {error}")
# > tensor  ValueError: only one element tensors can be converted to Python scalars
# > float  ValueError: only one element tensors can be converted to Python scalars

print(torch.tensor([torch.tensor(1.0), torch.tensor(2.0)]))  # single numbers go
# > tensor([1., 2.])
# --8<-- [end:tensors]

# --8<-- [start:none]
try:
    torch.tensor([1.0, None, 3.0])
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Could not infer dtype of NoneType

print(torch.tensor([1.0, float("nan"), 3.0]))
# > tensor([1., nan, 3.])
# --8<-- [end:none]
