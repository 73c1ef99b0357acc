# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.index-out-of-bounds", "err.gather-index-dtype", "err.zero-dim-iter", "err.shape-call"]
# ///
"""The errors of indexing, gather, and of a tensor without dimensions."""

import torch

# --8<-- [start:bounds]
x = torch.zeros(3)
try:
    x[3]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: index 3 is out of bounds for dimension 0 with size 3

print(x[2], x[-1], x[2:10].shape)  # a slice may reach past the end
# > tensor(0.) tensor(0.) torch.Size([1])
# --8<-- [end:bounds]

# --8<-- [start:negative]
probs = torch.rand(2, 3)
try:
    probs.gather(1, torch.tensor([[2], [-1]]))  # gather does not count from the end
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: index -1 is out of bounds for dimension 1 with size 3
# --8<-- [end:negative]

# --8<-- [start:dims]
labels = torch.tensor([2, 0])  # (batch,)
try:
    probs.gather(1, labels)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Index tensor must have the same number of dimensions as input tensor

print(probs.gather(1, labels[:, None]).shape)
# > torch.Size([2, 1])
# --8<-- [end:dims]

# --8<-- [start:dtype]
labels = torch.tensor([[2.0], [0.0]])  # read from a table: floats
try:
    probs.gather(1, labels)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: gather(): Expected dtype int32/int64 for index

print(probs.gather(1, labels.long()).shape)
# > torch.Size([2, 1])
# --8<-- [end:dtype]

# --8<-- [start:float]
try:
    x[torch.tensor([0.0, 1.0])]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: tensors used as indices must be long, int, byte or bool tensors
# --8<-- [end:float]

# --8<-- [start:zero]
loss = torch.tensor(3.0)
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

# --8<-- [start:shape]
try:
    probs.shape(0)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: 'torch.Size' object is not callable

print(probs.shape[0], probs.size(0), len(probs))
# > 2 2 2
# --8<-- [end:shape]

# --8<-- [start:mask]
try:
    probs[torch.tensor([True, False, True])]  # one entry a column, used for rows
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0

print(probs[:, torch.tensor([True, False, True])].shape)
# > torch.Size([2, 2])
# --8<-- [end:mask]

# --8<-- [start:and]
try:
    (probs > 0.1) and (probs < 0.9)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous

print(((probs > 0.1) & (probs < 0.9)).shape)
# > torch.Size([2, 3])
# --8<-- [end:and]

# --8<-- [start:step]
try:
    probs[:, ::-1]
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: step must be greater than zero

print(torch.equal(probs.flip(1), probs[:, [2, 1, 0]]))
# > True
# --8<-- [end:step]
