# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.mean-of-ints"]
# ///
"""The dtype is not one that the operation takes."""

import numpy as np
import torch
from torch import nn

# --8<-- [start:mean]
counts = torch.tensor([1, 2, 4])
for reduce in counts.mean, counts.std, counts.norm:
    try:
        reduce()
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > NotImplementedError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
# > NotImplementedError: std and var only support floating point and complex dtypes
# > NotImplementedError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
# <= 2.14
# > RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
# > RuntimeError: std and var only support floating point and complex dtypes
# > RuntimeError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
# --8<-- [end:mean]

# --8<-- [start:mean-fixed]
print(f"{counts.float().mean()=:.4f}")
# > counts.float().mean()=2.3333
print(f"{counts.mean(dtype=torch.float32)=:.4f}")
# > counts.mean(dtype=torch.float32)=2.3333
print(f"{counts.float().std()=:.4f} {counts.float().norm()=:.4f}")
# > counts.float().std()=1.5275 counts.float().norm()=4.5826
print(f"{(counts == torch.tensor([1, 2, 3])).float().mean()=:.4f}")  # an accuracy
# > (counts == torch.tensor([1, 2, 3])).float().mean()=0.6667
# --8<-- [end:mean-fixed]

# --8<-- [start:linear]
table = torch.from_numpy(np.array([[0.5, 1.5], [2.5, 3.5]]))  # float64
layer = nn.Linear(2, 1)
try:
    layer(table)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
print(f"{layer(table.float()).shape=}")
# > layer(table.float()).shape=torch.Size([2, 1])
# --8<-- [end:linear]

# --8<-- [start:integers]
layer = nn.Linear(2, 1)
try:
    layer(torch.tensor([[1, 2], [3, 4]]))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float
# --8<-- [end:integers]

# --8<-- [start:requires]
try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Only Tensors of floating point and complex dtype can require gradients
print(f"{torch.tensor([1.0, 2.0], requires_grad=True)=}")
# > torch.tensor([1.0, 2.0], requires_grad=True)=tensor([1., 2.], requires_grad=True)
# --8<-- [end:requires]

# --8<-- [start:overflow]
try:
    torch.tensor(300, dtype=torch.uint8)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: value cannot be converted to type uint8 without overflow
print(f"{torch.tensor(300).to(torch.uint8)=}")  # 300 - 256
# > torch.tensor(300).to(torch.uint8)=tensor(44, dtype=torch.uint8)
# --8<-- [end:overflow]
