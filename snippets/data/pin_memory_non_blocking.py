# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""non_blocking=True within the CPU's memory: allowed, and without effect."""

# --8<-- [start:answer]
import torch
from torch.utils.data import DataLoader

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
loader = DataLoader(
    torch.zeros(128, 3), batch_size=64, pin_memory=device.type == "cuda"
)
for inputs in loader:
    inputs = inputs.to(device, non_blocking=True)
# --8<-- [end:answer]

# --8<-- [start:same]
batch = torch.arange(4.0)
print(f"{batch.to('cpu', non_blocking=True) is batch=}")
# > batch.to('cpu', non_blocking=True) is batch=True
print(f"{batch.to(torch.float64, non_blocking=True).tolist()=}")
# > batch.to(torch.float64, non_blocking=True).tolist()=[0.0, 1.0, 2.0, 3.0]
# --8<-- [end:same]
