# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2.0"]
#
# ///
"""Code that autograd cannot see, here NumPy's table look-up, gets a gradient through a Function."""

import numpy as np
import torch
from torch.autograd import Function, gradcheck
from torch.autograd.function import once_differentiable

# --8<-- [start:numpy]
knots = np.array([0.0, 1.0, 2.0, 4.0])
heights = np.array([0.0, 3.0, 1.0, 1.0])


class Look(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        values = np.interp(x.detach().cpu().numpy(), knots, heights)
        return torch.from_numpy(values).to(x)

    @staticmethod
    @once_differentiable  # NumPy again: no gradient of the gradient
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        piece = np.searchsorted(knots, x.cpu().numpy())
        slopes = np.diff(heights) / np.diff(knots)
        slopes = np.concatenate([[0], slopes, [0]])  # np.interp is flat outside
        return grad_output * torch.from_numpy(slopes[piece]).to(x)


x = torch.tensor([0.5, 1.5, 3.0, 5.0], dtype=torch.float64, requires_grad=True)
output = Look.apply(x)
output.sum().backward()
print(f"{output.tolist()} slopes {x.grad.tolist()}")
# > [1.5, 2.0, 1.0, 1.0] slopes [3.0, -2.0, 0.0, 0.0]
print(f"{gradcheck(Look.apply, x)=}")
# > gradcheck(Look.apply, x)=True
# --8<-- [end:numpy]

# --8<-- [start:once]
loss = Look.apply(x).square().sum()
(slope,) = torch.autograd.grad(loss, x, create_graph=True)
try:
    slope.sum().backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: trying to differentiate twice a function that was marked with @once_differentiable
# --8<-- [end:once]
