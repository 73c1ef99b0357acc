# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A tensor of 0 and 1 is no mask: it is a list of indices."""

import torch

# --8<-- [start:indices]
x = torch.tensor([10, 20, 30])
keep = torch.tensor([1, 0, 1])  # integers, as from a file
print(x[keep])  # the elements 1, 0 and 1
# > tensor([20, 10, 20])
print(x[keep.bool()])  # the mask
# > tensor([10, 30])
print(~keep, ~keep.bool())
# > tensor([-2, -1, -2]) tensor([False,  True, False])
# --8<-- [end:indices]
