# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Pooling, and the way from the last convolution to a Linear."""

import torch
from torch import nn

# --8<-- [start:pooling]
x = torch.tensor([[[1.0, 2.0, 0.0], [3.0, 4.0, 0.0], [5.0, 0.0, 6.0]]])  # (1, 3, 3)
for pool in (
    nn.MaxPool2d(2),
    nn.MaxPool2d(2, stride=1),
    nn.MaxPool2d(2, ceil_mode=True),
    nn.AvgPool2d(2),
    nn.AdaptiveAvgPool2d(1),
):
    print(pool, tuple(pool(x).shape), pool(x).flatten().tolist())
# > MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False) (1, 1, 1) [4.0]
# > MaxPool2d(kernel_size=2, stride=1, padding=0, dilation=1, ceil_mode=False) (1, 2, 2) [4.0, 4.0, 5.0, 6.0]
# > MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=True) (1, 2, 2) [4.0, 0.0, 5.0, 6.0]
# > AvgPool2d(kernel_size=2, stride=2, padding=0) (1, 1, 1) [2.5]
# > AdaptiveAvgPool2d(output_size=1) (1, 1, 1) [2.3333332538604736]
# --8<-- [end:pooling]

# --8<-- [start:linear]
features = nn.Sequential(
    nn.Conv2d(3, 16, 3),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(16, 32, 3),
    nn.ReLU(),
    nn.MaxPool2d(2),
)
print("run it once:", features(torch.zeros(1, 3, 32, 32)).flatten(1).shape)
# > run it once: torch.Size([1, 1152])
sizes = [32]
for _ in range(2):  # twice: a 3x3 convolution, a 2x2 pooling
    sizes += [sizes[-1] - 2, (sizes[-1] - 2) // 2]
print("by hand:", sizes, "and", 32 * sizes[-1] ** 2)
# > by hand: [32, 30, 15, 13, 6] and 1152

lazy = nn.Sequential(features, nn.Flatten(), nn.LazyLinear(10))
lazy(torch.zeros(1, 3, 32, 32))
print("LazyLinear: ", lazy[-1])
# > LazyLinear:  Linear(in_features=1152, out_features=10, bias=True)

pooled = nn.Sequential(
    features, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 10)
)
for size in (32, 64, 97):
    print(
        f"AdaptiveAvgPool2d, {size}:", pooled(torch.zeros(1, 3, size, size)).shape
    )
# > AdaptiveAvgPool2d, 32: torch.Size([1, 10])
# > AdaptiveAvgPool2d, 64: torch.Size([1, 10])
# > AdaptiveAvgPool2d, 97: torch.Size([1, 10])
# --8<-- [end:linear]
