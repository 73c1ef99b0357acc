# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["dp.imbalance"]
# ///
"""What the first device of nn.DataParallel holds on top of its share, and what is copied anew at every forward."""

import torch
from torch import nn

# --8<-- [start:extra]
MIB = 2**20
rows, classes, devices = 1024, 8000, 4
model = nn.Sequential(nn.Linear(512, 1024), nn.ReLU(), nn.Linear(1024, classes))
optimizer = torch.optim.Adam(model.parameters())
model(torch.ones(2, 512)).mean().backward()
optimizer.step()

weights = sum(p.nbytes for p in model.parameters()) / MIB
states = [t for state in optimizer.state.values() for t in state.values()]
adam = sum(t.nbytes for t in states) / MIB
part = torch.empty(rows // devices, classes).nbytes / MIB  # of one replica
joined = torch.empty(rows, classes).nbytes / MIB
print(f"each device:        weights {weights:.0f} MiB, its outputs {part:.0f} MiB")
# > each device:        weights 33 MiB, its outputs 8 MiB
print(f"the first one also: all outputs {joined:.0f} MiB, Adam {adam:.0f} MiB")
# > the first one also: all outputs 31 MiB, Adam 67 MiB
print(f"sent out at every forward: weights {(devices - 1) * weights:.0f} MiB")
# > sent out at every forward: weights 100 MiB
# --8<-- [end:extra]

# --8<-- [start:default]
default = "device location of output (default: device_ids[0])"
print("outputs go to the first:", default in nn.DataParallel.__doc__)
# > outputs go to the first: True
# --8<-- [end:default]
