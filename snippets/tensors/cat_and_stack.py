# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["cat_and_stack.svg"]
# claims = ["err.cat-sizes", "err.stack-sizes", "err.concat-scalar"]
# ///
"""cat joins along a dimension that is there, stack makes a new one."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:join]
a, b = torch.zeros(2, 3), torch.ones(2, 3)
print(torch.cat([a, b]).shape, torch.cat([a, b], dim=1).shape)
# > torch.Size([4, 3]) torch.Size([2, 6])
print(torch.stack([a, b]).shape, torch.stack([a, b], dim=-1).shape)
# > torch.Size([2, 2, 3]) torch.Size([2, 3, 2])
# --8<-- [end:join]

# --8<-- [start:same]
print(torch.equal(torch.stack([a, b]), torch.cat([a[None], b[None]])))
# > True
print(torch.cat([a, torch.ones(1, 3, dtype=torch.int64)]).dtype)
# > torch.float32
# --8<-- [end:same]

# --8<-- [start:apart]
first, second = torch.cat([a, b]).split(2)  # 2 rows each
print(torch.equal(first, a), torch.equal(second, b))
# > True True
print([tuple(x.shape) for x in torch.stack([a, b]).unbind()])
# > [(2, 3), (2, 3)]

x = torch.arange(5)
print(x.split(2))  # pieces of 2
# > (tensor([0, 1]), tensor([2, 3]), tensor([4]))
print(x.chunk(4))  # 2 each, so 3 pieces, not 4
# > (tensor([0, 1]), tensor([2, 3]), tensor([4]))
print(x.tensor_split(4))  # 4 pieces, as equal as can be
# > (tensor([0, 1]), tensor([2]), tensor([3]), tensor([4]))
print(x.split([1, 4])[1])  # or say every size
# > tensor([1, 2, 3, 4])
# --8<-- [end:apart]

# --8<-- [start:cat]
wide = torch.zeros(2, 4)
try:
    torch.cat([a, wide], dim=0)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list.

print(torch.cat([a, wide], dim=1).shape)  # both have 2 rows
# > torch.Size([2, 7])

tall = torch.zeros(3, 3)
try:
    torch.cat([a, tall], dim=1)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 2 but got size 3 for tensor number 1 in the list.

print(torch.cat([a, tall], dim=0).shape)  # both have 3 columns
# > torch.Size([5, 3])
# --8<-- [end:cat]

# --8<-- [start:stack]
short, long = torch.tensor([1, 2]), torch.tensor([3, 4, 5])
try:
    torch.stack([short, long])
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1

print(torch.nn.utils.rnn.pad_sequence([short, long], batch_first=True))
# > tensor([[1, 2, 0],
# >         [3, 4, 5]])
# --8<-- [end:stack]

# --8<-- [start:scalar]
losses = [torch.tensor(1.0), torch.tensor(2.0)]
try:
    torch.cat(losses)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: zero-dimensional tensor (at position 0) cannot be concatenated

print(torch.stack(losses))
# > tensor([1., 2.])
# --8<-- [end:scalar]

# --8<-- [start:numpy]
arrays = [torch.zeros(2).numpy(), torch.ones(2).numpy()]
try:
    torch.cat(arrays)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: expected Tensor as element 0 in argument 0, but got numpy.ndarray

print(torch.cat([torch.from_numpy(array) for array in arrays]))
# > tensor([0., 0., 1., 1.])
# --8<-- [end:numpy]

# --8<-- [start:two]
for join in [torch.cat, torch.stack]:
    try:
        join(a, b)  # the list is missing
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# > TypeError: stack(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# <= 2.11
# > TypeError: cat() received an invalid combination of arguments - got (Tensor, Tensor), but expected one of:
# >  * (tuple of Tensors tensors, int dim = 0, *, Tensor out = None)
# >  * (tuple of Tensors tensors, name dim, *, Tensor out = None)
# >
# > TypeError: stack(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# --8<-- [end:two]

# --8<-- [start:empty]
for join in [torch.cat, torch.stack]:
    try:
        join([])  # a loop that collected nothing
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
# > ValueError: torch.cat(): expected a non-empty list of Tensors
# > RuntimeError: stack expects a non-empty TensorList
# --8<-- [end:empty]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(5, 2.4))


def block(left, bottom, color):
    """A matrix of 2 rows and 3 columns."""
    for row in range(2):
        for column in range(3):
            corner = left + column * 0.5, bottom + row * 0.5
            cell = plt.Rectangle(corner, 0.5, 0.5, facecolor=color, alpha=0.5)
            cell.set_edgecolor("gray")
            axes.add_patch(cell)


blue, orange = "#1c7ed6", "#f08c00"
for left, bottom in [(0, 1.3), (2.3, 1), (4.6, 0.5), (8.5, 0)]:
    block(left, bottom, blue)  # a
for left, bottom in [(0, 0), (2.3, 0), (6.1, 0.5), (9.0, 1.2)]:
    block(left, bottom, orange)  # b
shapes = {0.75: "a, b\n(2, 3)", 3.05: "cat\n(4, 3)", 6.1: "cat, dim=1\n(2, 6)"}
for center, text in (shapes | {9.5: "stack\n(2, 2, 3)"}).items():
    axes.text(center, -0.3, text, ha="center", va="top", fontsize=9)
axes.set(xlim=(-0.2, 10.7), ylim=(-1.4, 2.5), aspect="equal")
axes.axis("off")
figure.savefig("cat_and_stack.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
