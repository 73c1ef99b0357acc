# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["conv_sizes.svg"]
# ///
"""The output size of convolutions and pooling: one formula, checked against torch."""

from itertools import product

import matplotlib.pyplot as plt
import torch
from torch import nn


# --8<-- [start:answer]
def conv_size(size, kernel, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


print(conv_size(28, kernel=3), conv_size(28, kernel=3, padding=1))
# > 26 28
print(conv_size(28, kernel=2, stride=2))  # as MaxPool2d(2) has it
# > 14
# --8<-- [end:answer]

# --8<-- [start:checked]
layers = 0
for kernel, stride, padding, dilation in product(
    (1, 2, 3, 5), (1, 2, 3), (0, 1), (1, 2)
):
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    made = [nn.Conv2d(1, 1, kernel, **options)]
    if padding <= kernel // 2:  # pooling takes no more
        made.append(nn.MaxPool2d(kernel, **options))
    for layer in made:
        shape = layer(torch.zeros(1, 1, 28, 31)).shape[2:]
        assert shape == tuple(
            conv_size(size, kernel, **options) for size in (28, 31)
        )
        layers += 1
print(layers, "layers, each as the formula says")
# > 90 layers, each as the formula says
# --8<-- [end:checked]

# --8<-- [start:options]
x = torch.zeros(1, 1, 28, 28)
for options in (
    {"kernel_size": 3},
    {"kernel_size": 5},
    {"kernel_size": 3, "padding": 1},
    {"kernel_size": 5, "padding": "same"},
    {"kernel_size": 3, "padding": 1, "stride": 2},
    {"kernel_size": 3, "dilation": 2},
    {"kernel_size": 3, "dilation": 2, "padding": 2},
):
    shown = ", ".join(f"{name}={value!r}" for name, value in options.items())
    print(f"{shown:<36} 28 -> {nn.Conv2d(1, 1, **options)(x).shape[-1]}")
# > kernel_size=3                        28 -> 26
# > kernel_size=5                        28 -> 24
# > kernel_size=3, padding=1             28 -> 28
# > kernel_size=5, padding='same'        28 -> 28
# > kernel_size=3, padding=1, stride=2   28 -> 14
# > kernel_size=3, dilation=2            28 -> 24
# > kernel_size=3, dilation=2, padding=2 28 -> 28
# --8<-- [end:options]

# --8<-- [start:rest]
row = torch.arange(1.0, 8.0)[None, None]  # (1, 1, 7)
print(nn.MaxPool1d(2)(row).tolist())
# > [[[2.0, 4.0, 6.0]]]
print(nn.MaxPool1d(2, ceil_mode=True)(row).tolist())
# > [[[2.0, 4.0, 6.0, 7.0]]]
conv = nn.Conv1d(1, 1, 3, stride=2, bias=False)
nn.init.ones_(conv.weight)
for size in (7, 8):
    longer = torch.ones(1, 1, size, requires_grad=True)
    conv(longer).sum().backward()
    print(
        size, "inputs, each is in", longer.grad.int().flatten().tolist(), "outputs"
    )
# > 7 inputs, each is in [1, 1, 2, 1, 2, 1, 1] outputs
# > 8 inputs, each is in [1, 1, 2, 1, 2, 1, 1, 0] outputs
# --8<-- [end:rest]


# --8<-- [start:up]
def up_size(size, kernel, stride=1, padding=0, output_padding=0, dilation=1):
    whole = (size - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1
    return whole + output_padding


x = torch.zeros(1, 8, 7, 7)
for kernel, stride, padding, more in (
    (2, 2, 0, 0),
    (4, 2, 1, 0),
    (3, 2, 1, 0),
    (3, 2, 1, 1),
):
    up = nn.ConvTranspose2d(8, 4, kernel, stride, padding, output_padding=more)
    assert up(x).shape[-1] == up_size(7, kernel, stride, padding, more)
    print(
        f"{kernel=} {stride=} {padding=} output_padding={more}: 7 -> {up(x).shape[-1]}"
    )
# > kernel=2 stride=2 padding=0 output_padding=0: 7 -> 14
# > kernel=4 stride=2 padding=1 output_padding=0: 7 -> 14
# > kernel=3 stride=2 padding=1 output_padding=0: 7 -> 13
# > kernel=3 stride=2 padding=1 output_padding=1: 7 -> 14
print(conv_size(13, 3, stride=2, padding=1), conv_size(14, 3, stride=2, padding=1))
# > 7 7
print(tuple(nn.Conv2d(8, 4, 3).weight.shape), tuple(up.weight.shape))
# > (4, 8, 3, 3) (8, 4, 3, 3)
# --8<-- [end:up]

# --8<-- [start:figure]
cases = {
    "kernel 3: 7 -> 5": (3, 1, 0, 1),
    "kernel 3, padding 1: 7 -> 7": (3, 1, 1, 1),
    "kernel 3, stride 2: 7 -> 3": (3, 2, 0, 1),
    "kernel 3, dilation 2: 7 -> 3": (3, 1, 0, 2),
}
figure, axes = plt.subplots(
    4, 1, figsize=(4.8, 6.4), layout="constrained", sharex=True
)
for ax, (name, (kernel, stride, padding, dilation)) in zip(
    axes, cases.items(), strict=True
):
    inside, edge = (
        range(7),
        [i for i in range(-padding, 7 + padding) if not 0 <= i < 7],
    )
    ax.plot(inside, [0] * 7, "s", color="C0", markersize=13)
    ax.plot(edge, [0] * len(edge), "s", color="0.75", markersize=13)
    for output in range(conv_size(7, kernel, stride, padding, dilation)):
        reached = [output * stride - padding + dilation * k for k in range(kernel)]
        ax.plot(reached, [-output - 1] * kernel, "o-", color="C1", markersize=5)
    ax.set_title(name, fontsize=11, loc="left")
    ax.axis("off")
figure.savefig("conv_sizes.svg")
# --8<-- [end:figure]
