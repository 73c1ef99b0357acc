# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.optimizer-nonleaf", "err.optimizer-tensor"]
# ///
"""Arithmetic on a Parameter gives a plain tensor: it is not registered, and an optimizer refuses it."""

import torch
from torch import nn


# --8<-- [start:lost]
class Lost(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(3)) * 0.1  # computed: a tensor


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(3) * 0.1)  # computed first


for module in (Lost(), Kept()):
    kind = type(module.scale).__name__
    names = [name for name, _ in module.named_parameters()]
    print(f"{type(module).__name__}: {kind}, parameters {names}")
# > Lost: Tensor, parameters []
# > Kept: Parameter, parameters ['scale']

weight = nn.Parameter(torch.ones(3))
print(f"converted: {type(weight.to(torch.float64)).__name__}")
# > converted: Tensor
# --8<-- [end:lost]

# --8<-- [start:nonleaf]
try:
    torch.optim.SGD([Lost().scale], lr=0.1)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: can't optimize a non-leaf Tensor

w = (torch.ones(3) * 0.1).requires_grad_()  # values first, flag last: a leaf
optimizer = torch.optim.SGD([w], lr=0.1)
print(f"{w.is_leaf=}")
# > w.is_leaf=True
# --8<-- [end:nonleaf]

# --8<-- [start:one-tensor]
try:
    torch.optim.SGD(w, lr=0.1)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
optimizer = torch.optim.SGD([w], lr=0.1)  # a list of one
print(f"{len(optimizer.param_groups[0]['params'])} tensor to optimize")
# > 1 tensor to optimize
# --8<-- [end:one-tensor]
