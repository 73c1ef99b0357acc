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
print(f"same inputs by hand: {torch.equal(inputs, torch.stack(features))}")
# > same inputs by hand: True
print(f"same targets by hand: {torch.equal(targets, torch.tensor(labels))}")
# > same targets by hand: True
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
    if isinstance(batch, torch.Tensor):
        print(f"{name} -> {batch.tolist()} {batch.dtype}")
    else:
        print(f"{name} -> {batch}")
# > tensor -> [[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]] torch.float32
# > array -> [[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]] torch.float32
# > int -> [1, 2] torch.int64
# > float -> [1.0, 2.0] torch.float64
# > bool -> [True, False] torch.bool
# > str -> ['a', 'b']
# > tuple -> [tensor([1, 2]), ('a', 'b')]
# > list -> [tensor([1, 3]), tensor([2, 4])]
# > dict -> {'x': tensor([1, 2])}
# > namedtuple -> Point(x=tensor([1, 3]), y=tensor([2, 4]))
# --8<-- [end:types]

# --8<-- [start:double]
columns = default_collate([[0.5, 1.5], [2.5, 3.5]])  # lists: one tensor a position
print(columns[0], columns[1], sep="\n")
# > tensor([0.5000, 2.5000], dtype=torch.float64)
# > tensor([1.5000, 3.5000], dtype=torch.float64)
inputs = torch.stack(columns, dim=1)  # (batch, columns)
try:
    nn.Linear(2, 1)(inputs)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float

inputs = default_collate([torch.tensor([0.5, 1.5]), torch.tensor([2.5, 3.5])])
print(f"tensors: {list(inputs.shape)} {inputs.dtype}")
# > tensors: [2, 2] torch.float32
# --8<-- [end:double]
