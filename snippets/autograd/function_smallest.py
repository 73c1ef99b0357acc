# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A Function of one's own: forward computes, backward says how the gradient passes, gradcheck compares with differences."""

import torch
from torch.autograd import Function, gradcheck
from torch.autograd.gradcheck import GradcheckError


# --8<-- [start:smallest]
class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, grad_output):  # d loss / d output
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x  # d loss / d x


x = torch.tensor([3.0], requires_grad=True)
output = Square.apply(x)
output.backward()
print(f"{output=}")
# > output=tensor([9.], grad_fn=<SquareBackward>)
print(f"{x.grad=}")
# > x.grad=tensor([6.])
# --8<-- [end:smallest]

# --8<-- [start:check]
torch.manual_seed(0)
inputs = torch.randn(5, dtype=torch.float64, requires_grad=True)
print(f"{gradcheck(Square.apply, inputs)=}")
# > gradcheck(Square.apply, inputs)=True
# --8<-- [end:check]


# --8<-- [start:wrong]
class Wrong(Square):
    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x  # the 2 is missing


x.grad = None
Wrong.apply(x).backward()
print(f"{x.grad=}")
# > x.grad=tensor([3.])
try:
    gradcheck(Wrong.apply, inputs)
except GradcheckError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# > GradcheckError: Jacobian mismatch for output 0 with respect to input 0,
# --8<-- [end:wrong]

# --8<-- [start:twice]
x = torch.tensor([3.0], requires_grad=True)
(slope,) = torch.autograd.grad(Square.apply(x), x, create_graph=True)
(bend,) = torch.autograd.grad(slope, x)
print(f"slope {slope.item()}, slope of the slope {bend.item()}")
# > slope 6.0, slope of the slope 2.0
# --8<-- [end:twice]

# --8<-- [start:answer]
output = Square.apply(x)  # not Square()(x)
# --8<-- [end:answer]
