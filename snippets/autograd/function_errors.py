# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.function-grad-count", "err.function-direct-call", "err.grad-shape"]
# ///
"""The messages of a Function of one's own, and of a gradient set by hand."""

import torch
from torch.autograd import Function


# --8<-- [start:count]
class Scale(Function):
    @staticmethod
    def forward(ctx, x, factor):
        ctx.factor = factor
        return x * factor

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * ctx.factor  # two inputs, one gradient


x = torch.ones(1, requires_grad=True)
try:
    Scale.apply(x, 2).backward()
    print(f"{x.grad=}")
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: function ScaleBackward returned an incorrect number of gradients (expected 2, got 1)
# --8<-- [end:count]

# --8<-- [start:direct]
try:
    Scale()(x, 2)
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}")
# > RuntimeError: Legacy autograd function with non-static forward method is deprecated
# ! DeprecationWarning: <class '__main__.Scale'> should not be instantiated. Methods on autograd functions are all static, so you should invoke them on the class itself. Instantiating an autograd function will raise an error in a future version of PyTorch.
print(f"{Scale.apply(x, 2)=}")
# > Scale.apply(x, 2)=tensor([2.], grad_fn=<ScaleBackward>)
# --8<-- [end:direct]


# --8<-- [start:shape]
class Mean(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.size = x.numel()
        return x.mean()

    @staticmethod
    def backward(ctx, grad_output):
        return (grad_output / ctx.size).repeat(ctx.size + 1)  # one too many


try:
    Mean.apply(torch.ones(3, requires_grad=True)).backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Function MeanBackward returned an invalid gradient at index 0 - got [4] but expected shape compatible with [3]
# --8<-- [end:shape]

# --8<-- [start:assign]
w = torch.ones(2, requires_grad=True)
try:
    w.grad = torch.ones(3)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: attempting to assign a gradient of size '[3]' to a tensor of size '[2]'. Please ensure that the gradient and the tensor are the same size
w.grad = torch.ones_like(w)
print(f"{w.grad=}")
# > w.grad=tensor([1., 1.])
# --8<-- [end:assign]
