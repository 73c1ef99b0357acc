# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""dtype, device and requires_grad belong to every factory function."""

import numpy as np
import torch

# --8<-- [start:options]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

ids = torch.zeros(3, dtype=torch.int64)
x = torch.zeros(3, device=device)  # made there, nothing is copied
w = torch.zeros(3, requires_grad=True)

print(f"{ids.dtype=}")
# > ids.dtype=torch.int64
print(f"{x.device.type == device.type=}")
# > x.device.type == device.type=True
print(f"{w.requires_grad=}, {w.is_leaf=}")
# > w.requires_grad=True, w.is_leaf=True
# --8<-- [end:options]

# --8<-- [start:default]
with torch.device(device):
    x = torch.zeros(3)
    y = torch.arange(3)
print(f"{x.device.type == y.device.type == device.type=}")
# > x.device.type == y.device.type == device.type=True

with torch.device("meta"):  # a device that keeps shapes and no values
    x = torch.zeros(3)
    y = torch.from_numpy(np.zeros(3))  # shares the array's memory, so it stays
print(f"{x.device.type=}, {y.device.type=}")
# > x.device.type='meta', y.device.type='cpu'
# --8<-- [end:default]
