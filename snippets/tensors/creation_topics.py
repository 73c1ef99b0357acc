# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.topics"]
# ///
"""The first lesson in five lines: make, compute, reshape, convert, apply a function."""

import torch

# --8<-- [start:topics]
x = torch.arange(6, dtype=torch.float32)  # make
print(f"{x + 1=}")  # compute
# > x + 1=tensor([1., 2., 3., 4., 5., 6.])
print(f"{x.view(2, 3).shape=}, {x.reshape(3, 2).shape=}")  # change the shape
# > x.view(2, 3).shape=torch.Size([2, 3]), x.reshape(3, 2).shape=torch.Size([3, 2])
print(f"{x.to(torch.int64)=}")  # convert
# > x.to(torch.int64)=tensor([0, 1, 2, 3, 4, 5])
print(f"{torch.sqrt(x[:3])=}")  # apply a function
# > torch.sqrt(x[:3])=tensor([0.0000, 1.0000, 1.4142])
# --8<-- [end:topics]
