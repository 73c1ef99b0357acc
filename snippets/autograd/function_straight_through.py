# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A gradient that you choose: rounding that lets it through, and a layer that turns its sign."""

import torch
from torch.autograd import Function


# --8<-- [start:round]
class RoundThrough(Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output  # as if forward had been x itself


for name, function in (
    ("round", torch.round),
    ("RoundThrough", RoundThrough.apply),
):
    x = torch.tensor([0.4, 1.6], requires_grad=True)
    output = function(x)
    output.sum().backward()
    print(f"{name:12} {output.tolist()} gradient {x.grad.tolist()}")
# > round        [0.0, 2.0] gradient [0.0, 0.0]
# > RoundThrough [0.0, 2.0] gradient [1.0, 1.0]
# --8<-- [end:round]

# --8<-- [start:learns]
for optimizer_class in (torch.optim.SGD, torch.optim.AdamW):
    for name, function in (
        ("round", torch.round),
        ("RoundThrough", RoundThrough.apply),
    ):
        w = torch.tensor([0.2], requires_grad=True)
        optimizer = optimizer_class([w], lr=0.1)
        for _ in range(60):
            optimizer.zero_grad()
            loss = (function(w) - 3).square().sum()
            loss.backward()
            optimizer.step()
        found = f"w rounded: {w.round().item()}, loss {loss.item()}"
        print(f"{optimizer_class.__name__:5} {name:12} {found}")
# > SGD   round        w rounded: 0.0, loss 9.0
# > SGD   RoundThrough w rounded: 3.0, loss 0.0
# > AdamW round        w rounded: 0.0, loss 9.0
# > AdamW RoundThrough w rounded: 3.0, loss 0.0
# --8<-- [end:learns]


# --8<-- [start:reverse]
class Reverse(Function):
    @staticmethod
    def forward(ctx, x, strength):
        ctx.strength = strength  # a number: no need to save it as a tensor
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad_output):
        return -ctx.strength * grad_output, None  # None for strength


x = torch.tensor([1.0, 2.0], requires_grad=True)
Reverse.apply(x, 0.5).sum().backward()
print(f"{x.grad=}")
# > x.grad=tensor([-0.5000, -0.5000])
# --8<-- [end:reverse]

# --8<-- [start:without]
x = torch.tensor([0.4, 1.6], requires_grad=True)
output = x + (x.round() - x).detach()  # rounds, and the gradient sees only x
output.sum().backward()
print(f"{output.tolist()} gradient {x.grad.tolist()}")
# > [0.0, 2.0] gradient [1.0, 1.0]
# --8<-- [end:without]
