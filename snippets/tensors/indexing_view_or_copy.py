# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A slice is a view, a list or a mask gives a copy."""

import torch

# --8<-- [start:write]
x = torch.arange(12).view(3, 4)  # (3, 4)
part = x[:, 1:3]  # slices: a view
part[0, 0] = 99
print(x[0])
# > tensor([ 0, 99,  2,  3])

picked = x[[0, 2]]  # a list of rows: a copy
picked[0, 0] = -1
print(x[0, 0])
# > tensor(0)
# --8<-- [end:write]

# --8<-- [start:clone]
part = x[:, 1:3].clone()  # a copy of your own
part[0, 0] = 0
print(x[0])
# > tensor([ 0, 99,  2,  3])
# --8<-- [end:clone]
