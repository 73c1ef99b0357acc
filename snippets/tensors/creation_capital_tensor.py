# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.torch-Tensor-vs-tensor"]
# ///
"""torch.Tensor is a class that takes a shape; torch.tensor is a function that takes data."""

import torch

# --8<-- [start:shape-or-data]
print(f"{torch.tensor(3)=}")
# > torch.tensor(3)=tensor(3)
print(f"{torch.Tensor(3).shape=}")  # three unwritten numbers
# > torch.Tensor(3).shape=torch.Size([3])
print(f"{torch.tensor([3]).dtype=}")
# > torch.tensor([3]).dtype=torch.int64
print(f"{torch.Tensor([3]).dtype=}")
# > torch.Tensor([3]).dtype=torch.float32
# --8<-- [end:shape-or-data]

# --8<-- [start:ids]
user_ids = [16_777_216, 16_777_217]

right = torch.tensor(user_ids)
wrong = torch.Tensor(user_ids)
print(f"{right.tolist()=}, {right.unique().numel()=}")
# > right.tolist()=[16777216, 16777217], right.unique().numel()=2
print(f"{wrong.tolist()=}, {wrong.unique().numel()=}")
# > wrong.tolist()=[16777216.0, 16777216.0], wrong.unique().numel()=1
# --8<-- [end:ids]

# --8<-- [start:dtype]
try:
    torch.Tensor(3, dtype=torch.int64)
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# > TypeError: new() received an invalid combination of arguments - got (int, dtype=torch.dtype), but expected one of:
# --8<-- [end:dtype]
