# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The three marks of recorded output: compared, measured and expected warning."""

import time

import torch

# --8<-- [start:marks]
x = torch.arange(3.0)
print(f"{x.sum().item()=}")
# > x.sum().item()=3.0

start = time.perf_counter()
x @ x
print(f"x @ x took {(time.perf_counter() - start) * 1e6:.0f} microseconds")
# ~ x @ x took 1389 microseconds

y = torch.tensor(x)
# ! UserWarning: To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).
# --8<-- [end:marks]
