# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["transfer.alexnet-note"]
# ///
"""AlexNet's two GPUs are the `groups=2` of a convolution: two halves that never look at each other."""

import torch
from torch import nn

# --8<-- [start:groups]
torch.manual_seed(0)
# What AlexNet's second convolution sees: (batch, channels, height, width).
images = torch.randn(2, 96, 27, 27)
grouped = nn.Conv2d(96, 256, kernel_size=5, padding=2, groups=2)
expected = grouped(images)  # (batch, 256, 27, 27)

channels = images.chunk(2, dim=1)  # 48 for each GPU
weights, biases = grouped.weight.chunk(2), grouped.bias.chunk(2)
conv2d = nn.functional.conv2d
first = conv2d(channels[0], weights[0], biases[0], padding=2)
second = conv2d(channels[1], weights[1], biases[1], padding=2)
joined = torch.cat([first, second], dim=1)
difference = (joined - expected).abs().max().item()
print(f"two halves make the whole, largest difference {difference:.4f}")
# > two halves make the whole, largest difference 0.0000

whole = nn.Conv2d(96, 256, kernel_size=5, padding=2)
print(f"weights, groups=2: {grouped.weight.numel():,}")
# > weights, groups=2: 307,200
print(f"weights, groups=1: {whole.weight.numel():,}")
# > weights, groups=1: 614,400
# --8<-- [end:groups]
