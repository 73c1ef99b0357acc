# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Normalization with one value to normalize: a 1 x 1 map."""

import torch
from torch import nn

# --8<-- [start:batchnorm]
pool, norm = nn.AdaptiveAvgPool2d(1), nn.BatchNorm2d(3)
image = torch.ones(1, 3, 8, 8)
try:
    norm(pool(image))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 3, 1, 1])
print(f"without pooling: {norm(image).shape}")
# > without pooling: torch.Size([1, 3, 8, 8])
print(f"two images:      {norm(pool(image.expand(2, -1, -1, -1))).shape}")
# > two images:      torch.Size([2, 3, 1, 1])
print(f"GroupNorm:       {nn.GroupNorm(1, 3)(pool(image)).shape}")
# > GroupNorm:       torch.Size([1, 3, 1, 1])
try:
    nn.GroupNorm(3, 3)(pool(image))  # a group of one channel is one value again
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expected more than 1 value per channel when training, got input size [1, 3, 1, 1]
# --8<-- [end:batchnorm]

# --8<-- [start:instancenorm]
images, norm = torch.ones(4, 3, 8, 8), nn.InstanceNorm2d(3)
for mode in (norm.train, norm.eval):
    mode()
    try:
        norm(pool(images))
    except ValueError as error:
        print(f"training={norm.training!s:5} {type(error).__name__}: {error}")
# > training=True  ValueError: Expected more than 1 spatial element when training, got input size torch.Size([4, 3, 1, 1])
# > training=False ValueError: Expected more than 1 spatial element when training, got input size torch.Size([4, 3, 1, 1])
print(f"without pooling: {norm(images).shape}")
# > without pooling: torch.Size([4, 3, 8, 8])
print(f"GroupNorm:       {nn.GroupNorm(1, 3)(pool(images)).shape}")
# > GroupNorm:       torch.Size([4, 3, 1, 1])
# --8<-- [end:instancenorm]
