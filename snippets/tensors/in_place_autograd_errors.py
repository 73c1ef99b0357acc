# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.inplace-view-of-leaf"]
# ///
"""Weights, loops and views: where autograd refuses an in-place operation."""

import torch
from torch import nn

# --8<-- [start:loop]
x = torch.ones(3, requires_grad=True)
state = x * 1
try:
    for i in range(1, 3):
        state[i] = state[i - 1] * state[i]  # the next round overwrites
    state.sum().backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split(': [')[0]}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation

states = [x[0]]
for i in range(1, 3):
    states.append(states[-1] * x[i])  # a list keeps each of them
torch.stack(states).sum().backward()
print(x.grad)
# > tensor([3., 2., 1.])
# --8<-- [end:loop]

# --8<-- [start:sigmoid]
layers = {
    "ReLU, in place": nn.Sequential(nn.Linear(2, 2), nn.ReLU(inplace=True)),
    "Sigmoid, then": nn.Sequential(nn.Sigmoid(), nn.ReLU(inplace=True)),
}
for name, model in layers.items():
    inputs = torch.ones(1, 2, requires_grad=True)
    try:
        model(inputs).sum().backward()
        print(f"{name}: fine")
    except RuntimeError as error:
        print(f"{name}: {type(error).__name__}: {str(error).split(': [')[0]}")
# > ReLU, in place: fine
# > Sigmoid, then: RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:sigmoid]

# --8<-- [start:leaf]
w = torch.ones(2, requires_grad=True)


def whole():
    w.add_(1)


def part():
    w[0] = 5.0


def clamp():
    nn.Linear(2, 1).weight.clamp_(-0.01, 0.01)


def attack():
    image = torch.zeros(2, requires_grad=True)
    image += 0.1


for change in (whole, part, clamp, attack):
    try:
        change()
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
# > RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.

layer, image = nn.Linear(2, 1), torch.zeros(2, requires_grad=True)
with torch.no_grad():  # set a weight by hand: nothing to record
    w[0] = 5.0
    layer.weight.clamp_(-0.01, 0.01)
print(w, layer.weight.abs().max().item() < 0.0101, image + 0.1)
# > tensor([5., 1.], requires_grad=True) True tensor([0.1000, 0.1000], grad_fn=<AddBackward0>)
# --8<-- [end:leaf]

# --8<-- [start:views]
first, second = (w * 1).chunk(2)
try:
    first += 1
except RuntimeError as error:
    message = str(error).split(". ")[0]
    # PyTorch 2.11 says SplitBackward0
    print(f"{type(error).__name__}: {message.replace('Backward0', '')}.")
# > RuntimeError: Output 0 of Split is a view and is being modified inplace.
first = first + 1
print(first)
# > tensor([6.], grad_fn=<AddBackward0>)
# --8<-- [end:views]
