# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.view-refuses-copy", "tensor.reshape-noncontiguous"]
# ///
"""view() shares memory or raises, reshape() shares memory or copies."""

# --8<-- [start:answer]
import torch

x = torch.rand(5, 3, 8, 8)  # (batch, channels, height, width)
x = x.flatten(1)  # (batch, everything else)
print(x.shape)
# > torch.Size([5, 192])
# --8<-- [end:answer]

# --8<-- [start:smallest]
x = torch.arange(6)
table = x.view(2, 3)  # the same six numbers, read as 2 rows
table[0, 0] = 99
print(x)
# > tensor([99,  1,  2,  3,  4,  5])

swapped = table.t()  # (3, 2), rows and columns swapped
try:
    swapped.view(6)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.

flat = swapped.reshape(6)  # cannot share memory here: copies
flat[0] = -1
print(flat)
# > tensor([-1,  3,  1,  4,  2,  5])
print(x[0])  # still 99
# > tensor(99)
# --8<-- [end:smallest]
