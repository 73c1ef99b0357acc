# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""torch.tensor copies the numbers it is given; shape and dtype come from them."""

import numpy as np

# --8<-- [start:answer]
import torch

x = torch.tensor([[1.5, 2.0, 3.0], [4.0, 5.0, 6.0]])
# --8<-- [end:answer]

# --8<-- [start:smallest]
print(x)
# > tensor([[1.5000, 2.0000, 3.0000],
# >         [4.0000, 5.0000, 6.0000]])
print(f"{x.shape=}")
# > x.shape=torch.Size([2, 3])
print(f"{x.dtype=}, {x.device=}, {x.requires_grad=}")
# > x.dtype=torch.float32, x.device=device(type='cpu'), x.requires_grad=False
# --8<-- [end:smallest]

# --8<-- [start:dtype]
print(f"{torch.tensor(3).dtype=}")
# > torch.tensor(3).dtype=torch.int64
print(f"{torch.tensor([1, 2, 3]).dtype=}")
# > torch.tensor([1, 2, 3]).dtype=torch.int64
print(f"{torch.tensor([1, 2, 3.0]).dtype=}")  # one float is enough
# > torch.tensor([1, 2, 3.0]).dtype=torch.float32
print(f"{torch.tensor([True, False]).dtype=}")
# > torch.tensor([True, False]).dtype=torch.bool
print(f"{torch.tensor([1, 2, 3], dtype=torch.float32)=}")
# > torch.tensor([1, 2, 3], dtype=torch.float32)=tensor([1., 2., 3.])
print(f"{torch.tensor([np.float64(0.5)]).dtype=}")  # NumPy's floats stay wide
# > torch.tensor([np.float64(0.5)]).dtype=torch.float64
# --8<-- [end:dtype]
