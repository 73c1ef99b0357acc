# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What ctx is for: saving with a check, needs_input_grad, outputs without a gradient, setup_context."""

import torch
from torch import nn
from torch.autograd import Function


# --8<-- [start:saved]
class OnAttribute(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.x = x  # past autograd
        return x**2

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * 2 * ctx.x


class Saved(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x


for function in (OnAttribute, Saved):
    w = torch.tensor([3.0], requires_grad=True)
    hidden = w * 1
    output = function.apply(hidden)
    hidden.zero_()  # overwritten before backward
    try:
        output.backward()
        print(f"{function.__name__}: {w.grad=}")
    except RuntimeError as error:
        print(f"{function.__name__}: {str(error).split(':')[0]}")
# > OnAttribute: w.grad=tensor([0.])
# > Saved: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:saved]


# --8<-- [start:needs]
class Multiply(Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a * b

    @staticmethod
    def backward(ctx, grad_output):
        a, b = ctx.saved_tensors
        print(f"needed: {ctx.needs_input_grad}")
        grad_a = grad_output * b if ctx.needs_input_grad[0] else None
        grad_b = grad_output * a if ctx.needs_input_grad[1] else None
        return grad_a, grad_b


a = torch.tensor([2.0], requires_grad=True)
Multiply.apply(a, torch.tensor([5.0])).backward()
# > needed: (True, False)
print(f"{a.grad=}")
# > a.grad=tensor([5.])
# --8<-- [end:needs]


# --8<-- [start:mark]
class Largest(Function):
    @staticmethod
    def forward(ctx, x):
        index = x.argmax()
        position = index.to(x.dtype)
        ctx.save_for_backward(index)
        ctx.mark_non_differentiable(position)
        ctx.size = x.numel()
        return x[index], position

    @staticmethod
    def backward(ctx, grad_value, grad_position):
        (index,) = ctx.saved_tensors
        gradient = grad_value.new_zeros(ctx.size)
        gradient[index] = grad_value
        return gradient


x = torch.tensor([1.0, 7.0, 3.0], requires_grad=True)
value, position = Largest.apply(x)
value.backward()
print(f"{value.requires_grad=} {position.requires_grad=} {x.grad=}")
# > value.requires_grad=True position.requires_grad=False x.grad=tensor([0., 1., 0.])
# --8<-- [end:mark]


# --8<-- [start:setup]
class Cube(Function):
    @staticmethod
    def forward(x):  # no ctx: the computation alone
        return x**3

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x**2


slope = torch.func.grad(Cube.apply)
print(f"{slope(torch.tensor(2.0))=}")
# > slope(torch.tensor(2.0))=tensor(12.)
# --8<-- [end:setup]


# --8<-- [start:module]
class Cubed(nn.Module):
    def forward(self, inputs):
        return Cube.apply(inputs)


model = nn.Sequential(nn.Linear(2, 2), Cubed(), nn.Linear(2, 1))
model(torch.ones(4, 2)).mean().backward()
print(f"{model[0].weight.grad is not None=}")
# > model[0].weight.grad is not None=True
# --8<-- [end:module]
