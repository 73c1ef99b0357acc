# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""repeat, tile, repeat_interleave and expand: the order of the copies, and who copies."""

import numpy as np
import torch

# --8<-- [start:repeat]
x = torch.tensor([1, 2, 3])
print(x.repeat(2))  # the whole, twice
# > tensor([1, 2, 3, 1, 2, 3])
print(x.repeat_interleave(2))  # each number, twice
# > tensor([1, 1, 2, 2, 3, 3])
print(x.repeat(2, 1))  # as two rows
# > tensor([[1, 2, 3],
# >         [1, 2, 3]])
print(x.expand(2, 3))  # the same two rows, without a copy
# > tensor([[1, 2, 3],
# >         [1, 2, 3]])
# --8<-- [end:repeat]

# --8<-- [start:memory]
calls = {
    "repeat": x.repeat(2, 1),
    "tile": x.tile(2, 1),
    "expand": x.expand(2, 3),
    "repeat_interleave": x[None].repeat_interleave(2, dim=0),
}
memory = x.untyped_storage().data_ptr()
for name, rows in calls.items():
    same = rows.untyped_storage().data_ptr() == memory
    print(f"{name:18} {tuple(rows.shape)} shares memory: {same}")
# > repeat             (2, 3) shares memory: False
# > tile               (2, 3) shares memory: False
# > expand             (2, 3) shares memory: True
# > repeat_interleave  (2, 3) shares memory: False
# --8<-- [end:memory]

# --8<-- [start:numpy]
print(np.repeat([1, 2, 3], 2), np.tile([1, 2, 3], 2))
# > [1 1 2 2 3 3] [1 2 3 1 2 3]
# --8<-- [end:numpy]

# --8<-- [start:differ]
matrix = torch.tensor([[1, 2], [3, 4]])
print(matrix.tile(2).shape, matrix.repeat(1, 2).shape)
# > torch.Size([2, 4]) torch.Size([2, 4])
try:
    matrix.repeat(2)  # one number for two dimensions
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
# --8<-- [end:differ]
