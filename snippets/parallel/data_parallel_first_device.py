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
batch_size, devices = 256, 4
model = nn.Sequential(nn.Linear(512, 1024), nn.ReLU(), nn.Linear(1024, 32_000))  # many classes, as in a language model
parameters = sum(p.nbytes for p in model.parameters()) / MIB
part = torch.empty(batch_size // devices, 32_000)  # the outputs of one replica
gathered = torch.empty(batch_size, 32_000)  # what the first device joins them into
optimizer = torch.optim.Adam(model.parameters())  # its state lies beside the original model

print(f"each device:        weights {parameters:.0f} MiB, outputs of {len(part)} rows {part.nbytes / MIB:.0f} MiB")
# > each device:        weights 127 MiB, outputs of 64 rows 8 MiB
print(f"the first one also: outputs of {len(gathered)} rows {gathered.nbytes / MIB:.0f} MiB, Adam {2 * parameters:.0f} MiB")
# > the first one also: outputs of 256 rows 31 MiB, Adam 254 MiB
print(f"sent to the others at each forward: {(devices - 1) * parameters:.0f} MiB of weights")
# > sent to the others at each forward: 381 MiB of weights
print("default output_device is device_ids[0]:", "(default: device_ids[0])" in nn.DataParallel.__doc__)
# > default output_device is device_ids[0]: True
# --8<-- [end:extra]
