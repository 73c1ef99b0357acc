# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A class with __init__ and __call__, then one that inherits, then a module."""


# --8<-- [start:smallest]
class Layer:
    def __call__(self, x):
        return self.forward(x)


class Scale(Layer):
    def __init__(self, factor):
        self.factor = factor

    def forward(self, x):
        return self.factor * x


double, half = Scale(2), Scale(0.5)
print(double(10), half(10))
# > 20 5.0
print(double.factor, half.factor)
# > 2 0.5
# --8<-- [end:smallest]

# --8<-- [start:self]
print(Scale.forward(double, 10))
# > 20
print(isinstance(double, Scale), isinstance(double, Layer))
# > True True
# --8<-- [end:self]

# --8<-- [start:answer]
import torch
from torch import nn


class ScaleModule(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = nn.Parameter(torch.tensor(float(factor)))

    def forward(self, inputs):
        return self.factor * inputs


# --8<-- [end:answer]


# --8<-- [start:module]
scale = ScaleModule(2)
print(scale(torch.tensor([10.0])))
# > tensor([20.], grad_fn=<MulBackward0>)
print(list(scale.named_parameters()))
# > [('factor', Parameter containing:
# > tensor(2., requires_grad=True))]
# --8<-- [end:module]


# --8<-- [start:extend]
class ScaleAndShift(ScaleModule):
    def __init__(self, factor, shift):
        super().__init__(factor)
        self.shift = nn.Parameter(torch.tensor(float(shift)))

    def forward(self, inputs):
        return super().forward(inputs) + self.shift


layer = ScaleAndShift(2, 5)
print(layer(torch.tensor([10.0])))
# > tensor([25.], grad_fn=<AddBackward0>)
print([name for name, _ in layer.named_parameters()])
# > ['factor', 'shift']
# --8<-- [end:extend]


# --8<-- [start:shared]
class Shared:
    history = []


class Own:
    def __init__(self):
        self.history = []


for kind in (Shared, Own):
    first, second = kind(), kind()
    first.history.append(0.9)
    print(kind.__name__, second.history)
# > Shared [0.9]
# > Own []
# --8<-- [end:shared]


# --8<-- [start:shared-layer]
class Net(nn.Module):
    fc = nn.Linear(2, 1)

    def forward(self, inputs):
        return self.fc(inputs)


first, second = Net(), Net()
print(first(torch.ones(1, 2)).shape, first.fc is second.fc)
# > torch.Size([1, 1]) True
print(len(list(first.parameters())), len(first.state_dict()))
# > 0 0
# --8<-- [end:shared-layer]
