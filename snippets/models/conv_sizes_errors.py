# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = [
#     "err.conv-kernel-too-big",
#     "err.pool-empty",
#     "err.convtranspose-bn-channels",
# ]
# ///
"""What convolutions, pooling and BatchNorm2d say about sizes that do not fit."""

import torch
from torch import nn


# --8<-- [start:kernel]
def attempt(call, *args):
    try:
        print(tuple(call(*args).shape))
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


small = torch.rand(1, 1, 2, 2)
attempt(nn.Conv2d(1, 1, 3), small)
# > RuntimeError: Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size
attempt(nn.Conv2d(1, 1, 3, padding=1), small)
# > (1, 1, 2, 2)
blocks = [nn.Sequential(nn.Conv2d(1, 1, 3), nn.MaxPool2d(2)) for _ in range(4)]
for size in (28, 64):
    attempt(nn.Sequential(*blocks), torch.rand(1, 1, size, size))
# > RuntimeError: Calculated padded input size per channel: (1 x 1). Kernel size: (3 x 3). Kernel size can't be greater than actual input size
# > (1, 1, 2, 2)
# --8<-- [end:kernel]

# --8<-- [start:pool]
attempt(nn.MaxPool2d(2), torch.rand(1, 8, 1, 1))
# > RuntimeError: Given input size: (8x1x1). Calculated output size: (8x0x0). Output size is too small
pools = nn.Sequential(*(nn.MaxPool2d(2) for _ in range(4)))
for size in (8, 16):
    attempt(pools, torch.rand(1, 8, size, size))
# > RuntimeError: Given input size: (8x1x1). Calculated output size: (8x0x0). Output size is too small
# > (1, 8, 1, 1)
attempt(nn.AdaptiveAvgPool2d(1), torch.rand(1, 8, 1, 1))
# > (1, 8, 1, 1)
attempt(nn.MaxPool2d(2, padding=2), torch.rand(1, 8, 8, 8))
# > RuntimeError: pad should be at most half of effective kernel size, but got pad=2, kernel_size=2 and dilation=1
# --8<-- [end:pool]

# --8<-- [start:batchnorm]
x = torch.rand(2, 1, 8, 8)
attempt(nn.Sequential(nn.Conv2d(1, 8, 3), nn.BatchNorm2d(16)), x)
# > RuntimeError: running_mean should contain 8 elements not 16
attempt(nn.Sequential(nn.ConvTranspose2d(1, 8, 3), nn.BatchNorm2d(1)), x)
# > RuntimeError: running_mean should contain 8 elements not 1
attempt(nn.Sequential(nn.ConvTranspose2d(1, 8, 3), nn.BatchNorm2d(8)), x)
# > (2, 8, 10, 10)
# --8<-- [end:batchnorm]

# --8<-- [start:same]
attempt(nn.Conv2d, 1, 1, 3, 2, "same")
# > ValueError: padding='same' is not supported for strided convolutions
halves = nn.Conv2d(1, 1, 3, stride=2, padding=1)
print(tuple(halves(torch.rand(1, 1, 28, 28)).shape))
# > (1, 1, 14, 14)
# --8<-- [end:same]
