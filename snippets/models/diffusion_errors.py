# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Errors of a diffusion model: the shape of t, its dtype, its range, gradients kept."""

import torch
from torch import nn

torch.manual_seed(0)
alpha_bar = torch.cumprod(1 - torch.linspace(0.001, 0.2, 100), dim=0)
x0, noise = torch.randn(64, 2), torch.randn(64, 2)
t = torch.randint(100, (64,))

# --8<-- [start:shape]
a = alpha_bar[t]  # (64,): one value a sample, and no dimension to broadcast along
try:
    a.sqrt() * x0
except RuntimeError as error:
    print(error)
# > The size of tensor a (64) must match the size of tensor b (2) at non-singleton dimension 1
print((a[:, None].sqrt() * x0).shape)  # images: a[:, None, None, None]
# > torch.Size([64, 2])

two = torch.randn(2, 2)  # with as many samples as values a sample: no error
wrong, right = a[:2] * two, a[:2, None] * two
print("the same:", torch.equal(wrong, right))
# > the same: False
# --8<-- [end:shape]

# --8<-- [start:index]
for name, index in {
    "t / 100": t / 100,
    "t counted from 1": torch.tensor([100]),
}.items():
    try:
        alpha_bar[index]
    except IndexError as error:
        print(f"{name}: {error}")
# > t / 100: tensors used as indices must be long, int, byte or bool tensors
# > t counted from 1: index 100 is out of bounds for dimension 0 with size 100
embedding = nn.Embedding(100, 8)
try:
    embedding(t / 100)
except RuntimeError as error:
    print(str(error).split(" (")[0])
# > Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead
try:
    embedding(torch.tensor([100]))
except IndexError as error:
    print(error)
# > index out of range in self
# --8<-- [end:index]

# --8<-- [start:kept]
model = nn.Linear(2, 2)
for name, keep in {"as it is": True, "with no_grad": False}.items():
    with torch.set_grad_enabled(keep):
        x = torch.randn(64, 2)
        for _ in range(100):
            x = x - 0.01 * model(x)
    print(f"{name}: holds a graph: {x.requires_grad}")
# > as it is: holds a graph: True
# > with no_grad: holds a graph: False
# --8<-- [end:kept]
