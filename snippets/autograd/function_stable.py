# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A formula that overflows on its way: autograd differentiates the steps and gets nan, your own backward does not."""

import torch
from torch.autograd import Function
from torch.nn import functional as F


# --8<-- [start:stable]
def naive(x):
    return torch.log(1 + torch.exp(x))


def rewritten(x):  # never takes exp of a large number
    return torch.relu(x) + torch.log1p(torch.exp(-x.abs()))


class LogOnePlusExp(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return rewritten(x)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * torch.sigmoid(x)


for name, function in (
    ("naive", naive),
    ("rewritten", rewritten),
    ("Function", LogOnePlusExp.apply),
    ("F.softplus", F.softplus),
):
    x = torch.tensor([-2.0, 0.0, 100.0], requires_grad=True)
    output = function(x)
    output.sum().backward()
    values = [round(value, 4) for value in output.tolist()]
    slopes = [round(slope, 4) for slope in x.grad.tolist()]
    print(f"{name:10} {values} slopes {slopes}")
# > naive      [0.1269, 0.6931, inf] slopes [0.1192, 0.5, nan]
# > rewritten  [0.1269, 0.6931, 100.0] slopes [0.1192, 0.0, 1.0]
# > Function   [0.1269, 0.6931, 100.0] slopes [0.1192, 0.5, 1.0]
# > F.softplus [0.1269, 0.6931, 100.0] slopes [0.1192, 0.5, 1.0]
# --8<-- [end:stable]
