# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Scalar, vector, matrix and a tensor of three dimensions: what each says of itself."""

import torch

# --8<-- [start:smallest]
scalar = torch.tensor(3.14)
vector = torch.tensor([1.0, 2.0, 3.0])
matrix = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
cube = torch.zeros(2, 3, 4)
for x in [scalar, vector, matrix, cube]:
    print(f"{x.ndim=} {x.numel()=:<2} {x.shape}")
# > x.ndim=0 x.numel()=1  torch.Size([])
# > x.ndim=1 x.numel()=3  torch.Size([3])
# > x.ndim=2 x.numel()=6  torch.Size([2, 3])
# > x.ndim=3 x.numel()=24 torch.Size([2, 3, 4])
# --8<-- [end:smallest]

# --8<-- [start:same]
print(matrix.shape, matrix.size(), matrix.shape == (2, 3))
# > torch.Size([2, 3]) torch.Size([2, 3]) True
print(matrix.shape[0], matrix.size(0), len(matrix))  # rows
# > 2 2 2
print(matrix.shape[-1], matrix.size(-1))  # columns
# > 3 3
print(matrix.ndim, matrix.dim(), len(matrix.shape))
# > 2 2 2
print(matrix.numel(), matrix.shape.numel())  # 2 * 3 numbers
# > 6 6
# --8<-- [end:same]

# --8<-- [start:more]
print(matrix.dtype, matrix.device, matrix.requires_grad)
# > torch.float32 cpu False
# --8<-- [end:more]
