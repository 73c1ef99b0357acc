# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.nonleaf-grad-warning"]
# ///
"""Four ways to ask a tensor for its gradient that is not a leaf, and where the gradient is."""

import warnings

import torch
from torch import nn

# --8<-- [start:causes]
warnings.filterwarnings("ignore", message="The .grad attribute of a Tensor")

weights = torch.ones(3, requires_grad=True)
(weights**2).sum().backward()
print(f"{weights[0].grad=} {weights.grad[0]=}")  # an element of it is computed
# > weights[0].grad=None weights.grad[0]=tensor(2.)

column = torch.ones(3, requires_grad=True).reshape(3, 1)
(column**2).sum().backward()
print(f"{column.is_leaf=} {column.grad=}")  # the leaf has no name any more
# > column.is_leaf=False column.grad=None

w = torch.tensor(1.0, requires_grad=True)
(w**2).backward()
w = w - 0.1 * w.grad  # a new tensor, and it is computed
(w**2).backward()
print(f"{w.is_leaf=} {w.grad=}")
# > w.is_leaf=False w.grad=None

layer = nn.Linear(2, 1)
hidden = layer(torch.ones(1, 2))
(hidden**2).sum().backward()
print(f"{hidden.grad=}")  # what a layer gives is computed
# > hidden.grad=None
# --8<-- [end:causes]

# --8<-- [start:mended]
column = torch.ones(3).reshape(3, 1).requires_grad_()
(column**2).sum().backward()
print(f"{column.is_leaf=} {column.grad.shape=}")
# > column.is_leaf=True column.grad.shape=torch.Size([3, 1])

w = torch.tensor(1.0, requires_grad=True)
for _ in range(2):
    w.grad = None
    (w**2).backward()
    with torch.no_grad():
        w -= 0.1 * w.grad  # in place: it stays the leaf
print(f"{w.is_leaf=} {w.grad.item():.1f}")
# > w.is_leaf=True 1.6

hidden = layer(torch.ones(1, 2))
hidden.retain_grad()  # before backward()
(3 * hidden).sum().backward()
print(f"{hidden.grad=}")
# > hidden.grad=tensor([[3.]])
# --8<-- [end:mended]
