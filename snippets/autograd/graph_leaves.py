# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.nonleaf-grad-warning"]
# ///
"""Which tensors are leaves, which of them get a gradient, and how a parameter stops being a leaf."""

import torch
from torch import nn

# --8<-- [start:table]
w = nn.Parameter(torch.tensor([2.0]))
x = torch.tensor([3.0])
output = w * x
loss = output.sum()
doubled = x * 2  # computed, but nothing here needs a gradient

for name, tensor in (
    ("x", x),
    ("doubled", doubled),
    ("w", w),
    ("output", output),
    ("loss", loss),
):
    grad_fn = type(tensor.grad_fn).__name__
    flags = f"requires_grad={tensor.requires_grad!s:5} is_leaf={tensor.is_leaf!s:5}"
    print(f"{name:7} {flags} grad_fn={grad_fn}")
# > x       requires_grad=False is_leaf=True  grad_fn=NoneType
# > doubled requires_grad=False is_leaf=True  grad_fn=NoneType
# > w       requires_grad=True  is_leaf=True  grad_fn=NoneType
# > output  requires_grad=True  is_leaf=False grad_fn=MulBackward0
# > loss    requires_grad=True  is_leaf=False grad_fn=SumBackward0
# --8<-- [end:table]

# --8<-- [start:grads]
output.retain_grad()  # ask before backward()
loss.backward()
print(f"{x.grad=} {w.grad=} {output.grad=}")
# > x.grad=None w.grad=tensor([3.]) output.grad=tensor([1.])
# --8<-- [end:grads]

# --8<-- [start:lost]
scaled = torch.ones(2, requires_grad=True) * 0.01  # the leaf is the tensor of ones
scaled.sum().backward()
print(f"{scaled.is_leaf=} {scaled.grad=}")
# > scaled.is_leaf=False scaled.grad=None
# ! UserWarning: The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.
for place in ("cpu", "meta"):  # to where it is, and to another device
    moved = torch.ones(2, requires_grad=True).to(place)
    print(f"{place:4} {moved.is_leaf=}")
# > cpu  moved.is_leaf=True
# > meta moved.is_leaf=False
# --8<-- [end:lost]
