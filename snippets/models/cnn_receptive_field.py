# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib"]
#
# [tool.tbe]
# figures = ["cnn_receptive_field.svg"]
# ///
"""The receptive field: by formula, and by the gradient that reaches the input."""

import matplotlib.pyplot as plt
import torch
from torch import nn


# --8<-- [start:receptive]
def by_formula(layers):
    """Kernel, stride and dilation of each layer -> how many pixels wide."""
    field, step = 1, 1  # step: how far apart neighbours are, in input pixels
    for kernel, stride, dilation in layers:
        field += dilation * (kernel - 1) * step
        step *= stride
    return field


def by_gradient(layers, size=65):
    """Backward from one output: the input pixels that get a gradient."""
    torch.manual_seed(0)
    model = nn.Sequential(
        *(
            nn.Conv2d(1, 1, k, s, dilation * (k // 2), dilation)
            for k, s, dilation in layers
        )
    )
    for p in model.parameters():
        nn.init.ones_(p)  # nothing can cancel out
    x = torch.zeros(1, 1, size, size, requires_grad=True)
    out = model(x)
    middle = out.shape[-1] // 2
    out[0, 0, middle, middle].backward()
    return x.grad[0, 0]


stacks = {
    "one 3x3": [(3, 1, 1)],
    "three 3x3": [(3, 1, 1)] * 3,
    "one 7x7": [(7, 1, 1)],
    "three 3x3, stride 2": [(3, 2, 1)] * 3,
    "three 3x3, dilation 1 2 4": [(3, 1, 1), (3, 1, 2), (3, 1, 4)],
}
for name, layers in stacks.items():
    reached = (by_gradient(layers) != 0).any(0).nonzero()
    width = (reached.max() - reached.min() + 1).item()
    weights = sum(kernel**2 for kernel, _, _ in layers)
    print(f"{name:<26}{by_formula(layers):>3} {width:>3} {weights:>4} weights")
# > one 3x3                     3   3    9 weights
# > three 3x3                   7   7   27 weights
# > one 7x7                     7   7   49 weights
# > three 3x3, stride 2        15  15   27 weights
# > three 3x3, dilation 1 2 4  15  15   27 weights
# --8<-- [end:receptive]

names = ["one 7x7", "three 3x3", "three 3x3, stride 2"]
figure, axes = plt.subplots(1, 3, figsize=(4.8, 2), layout="constrained")
for ax, name in zip(axes, names, strict=True):
    grad = by_gradient(stacks[name])
    ax.imshow((grad / grad.max())[22:43, 22:43], cmap="viridis")
    ax.set_title(name.replace(", ", ",\n"), fontsize=9)
    ax.set(xticks=[], yticks=[])
figure.savefig("cnn_receptive_field.svg")
