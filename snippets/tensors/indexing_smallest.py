# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A slice is a view, a list or a mask gives a copy, gather takes one number a row."""

import torch

# --8<-- [start:smallest]
x = torch.arange(12).view(3, 4)  # (3, 4)
part = x[:, 1:3]  # slices: a view
part[0, 0] = 99
print(x[0])
# > tensor([ 0, 99,  2,  3])

picked = x[[0, 2]]  # a list of rows: a copy
picked[0, 0] = -1
print(x[0, 0])
# > tensor(0)

best = torch.tensor([1, 0, 3])  # one column for each row
print(x.gather(1, best[:, None]).squeeze(1))  # (3,)
# > tensor([99,  4, 11])
# --8<-- [end:smallest]
