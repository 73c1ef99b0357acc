# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2.0"]
#
# [tool.tbe]
# claims = ["err.linear-double", "err.linear-long", "err.one-hot-float", "err.one-hot-range"]
# ///
"""Inputs and labels of the wrong dtype, on the way to the loss."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:linear]
model = nn.Linear(3, 1)
for inputs in (torch.from_numpy(np.zeros((2, 3))), torch.tensor([[1, 2, 3]])):
    try:
        model(inputs)
    except RuntimeError as error:
        print(f"{inputs.dtype}: {type(error).__name__}: {error}")
    print(f"fixed: {model(inputs.float()).dtype}")
# > torch.float64: RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
# > fixed: torch.float32
# > torch.int64: RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float
# > fixed: torch.float32
# --8<-- [end:linear]

# --8<-- [start:one-hot]
labels = torch.tensor([0.0, 2.0])
try:
    F.one_hot(labels, num_classes=3)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
print(f"fixed: {F.one_hot(labels.long(), num_classes=3).tolist()}")
# > fixed: [[1, 0, 0], [0, 0, 1]]

labels = torch.tensor([1, 3])  # numbered from 1
try:
    F.one_hot(labels, num_classes=3)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Class values must be smaller than num_classes.
print(f"fixed: {F.one_hot(labels - 1, num_classes=3).tolist()}")
# > fixed: [[1, 0, 0], [0, 0, 1]]
# --8<-- [end:one-hot]
