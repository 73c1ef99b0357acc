# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The Hessian of a model in its own parameters: the function has to use its argument."""

import torch
from torch import nn
from torch.func import functional_call, hessian

# --8<-- [start:module]
torch.manual_seed(0)
model = nn.Linear(2, 1, bias=False)
inputs, targets = torch.randn(8, 2), torch.randn(8, 1)
weight = model.weight.detach()


def unused(_weight):  # the argument appears nowhere below
    return (model(inputs) - targets).square().mean()


def used(weight):  # the model runs with the weight it is given
    outputs = functional_call(model, {"weight": weight}, (inputs,))
    return (outputs - targets).square().mean()


print(hessian(unused)(weight).reshape(2, 2))
# > tensor([[0., 0.],
# >         [0., 0.]])
# ! FutureWarning: `torch.jit.script` is deprecated. Please switch to `torch.compile` or `torch.export`.
# <= 2.13
# > tensor([[0., 0.],
# >         [0., 0.]])
# ! DeprecationWarning: `torch.jit.script` is deprecated. Please switch to `torch.compile` or `torch.export`.
print(hessian(used)(weight).reshape(2, 2))
# > tensor([[0.8708, 0.6482],
# >         [0.6482, 2.2075]])
print(2 / 8 * inputs.T @ inputs)  # by hand
# > tensor([[0.8708, 0.6482],
# >         [0.6482, 2.2075]])
# --8<-- [end:module]
