# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""non_blocking=True within the CPU's memory: allowed, and without effect."""

import torch

# --8<-- [start:same]
batch = torch.arange(4.0)
print(f"{batch.to('cpu', non_blocking=True) is batch=}")
# > batch.to('cpu', non_blocking=True) is batch=True
print(f"{batch.to(torch.float64, non_blocking=True).tolist()=}")
# > batch.to(torch.float64, non_blocking=True).tolist()=[0.0, 1.0, 2.0, 3.0]
# --8<-- [end:same]
