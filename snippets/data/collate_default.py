# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["data.collate-purpose"]
# ///
"""default_collate groups field by field and stacks; it does not make sizes equal."""

from collections import namedtuple

import numpy as np
import torch
from torch import nn
from torch.utils.data import default_collate

# --8<-- [start:by-hand]
samples = [(torch.tensor([1.0, 2.0]), 0), (torch.tensor([3.0, 4.0]), 1)]
inputs, targets = default_collate(samples)
print(f"{inputs=}")
# > inputs=tensor([[1., 2.],
# >         [3., 4.]])
print(f"{targets=}")
# > targets=tensor([0, 1])

features, labels = zip(*samples, strict=True)  # group field by field
print(f"the same by hand: {torch.equal(inputs, torch.stack(features)) and torch.equal(targets, torch.tensor(labels))}")
# > the same by hand: True
# --8<-- [end:by-hand]

# --8<-- [start:types]
Point = namedtuple("Point", "x y")
pairs = {
    "tensor": (torch.zeros(3), torch.ones(3)),
    "array": (np.zeros(3, dtype=np.float32), np.ones(3, dtype=np.float32)),
    "int": (1, 2),
    "float": (1.0, 2.0),
    "bool": (True, False),
    "str": ("a", "b"),
    "tuple": ((1, "a"), (2, "b")),
    "list": ([1, 2], [3, 4]),
    "dict": ({"x": 1}, {"x": 2}),
    "namedtuple": (Point(1, 2), Point(3, 4)),
}
for name, pair in pairs.items():
    batch = default_collate(list(pair))
    shown = f"{list(batch.shape)} {batch.dtype}" if isinstance(batch, torch.Tensor) else batch
    print(f"{name:10} -> {type(batch).__name__:6} {shown}")
# > tensor     -> Tensor [2, 3] torch.float32
# > array      -> Tensor [2, 3] torch.float32
# > int        -> Tensor [2] torch.int64
# > float      -> Tensor [2] torch.float64
# > bool       -> Tensor [2] torch.bool
# > str        -> list   ['a', 'b']
# > tuple      -> list   [tensor([1, 2]), ('a', 'b')]
# > list       -> list   [tensor([1, 3]), tensor([2, 4])]
# > dict       -> dict   {'x': tensor([1, 2])}
# > namedtuple -> Point  Point(x=tensor([1, 3]), y=tensor([2, 4]))
# --8<-- [end:types]

# --8<-- [start:double]
inputs = default_collate([[0.5, 1.5], [2.5, 3.5]])  # lists of floats: one tensor for each column
print(inputs)
# > [tensor([0.5000, 2.5000], dtype=torch.float64), tensor([1.5000, 3.5000], dtype=torch.float64)]
inputs = torch.stack(inputs, dim=1)  # (batch, columns)
try:
    nn.Linear(2, 1)(inputs)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
print(default_collate([torch.tensor([0.5, 1.5]), torch.tensor([2.5, 3.5])]).dtype)  # a tensor a sample: stays float32
# > torch.float32
# --8<-- [end:double]
