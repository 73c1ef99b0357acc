# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["module.defines-backward", "module.lowercase-names"]
# ///
"""A module has a forward and no backward; and nn.module is not nn.Module."""

import inspect

import torch
from torch import nn

# --8<-- [start:has]
for name in ("forward", "backward"):
    print(f"nn.Module has {name}: {hasattr(nn.Module, name)}")
# > nn.Module has forward: True
# > nn.Module has backward: False
print(f"{issubclass(nn.CrossEntropyLoss, nn.Module)=}")
# > issubclass(nn.CrossEntropyLoss, nn.Module)=True
print(f"{hasattr(nn, 'Backward')=}")
# > hasattr(nn, 'Backward')=False
# --8<-- [end:has]


# --8<-- [start:never]
class Square(nn.Module):
    def forward(self, inputs):
        return inputs**2

    def backward(self, gradient):
        print("backward was called")  # it never is


x = torch.tensor(3.0, requires_grad=True)
Square()(x).backward()
print(f"{x.grad=}")
# > x.grad=tensor(6.)
# --8<-- [end:never]

# --8<-- [start:names]
print(f"nn.Parameter is a class:  {inspect.isclass(nn.Parameter)}")
# > nn.Parameter is a class:  True
print(f"nn.parameter is a module: {inspect.ismodule(nn.parameter)}")
# > nn.parameter is a module: True
try:
    nn.module
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: module 'torch.nn' has no attribute 'module'
# --8<-- [end:names]
