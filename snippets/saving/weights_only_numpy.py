# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""A NumPy number looks like a float and makes the checkpoint unreadable."""

import pickle

import numpy as np
import torch

# --8<-- [start:metric]
best = np.mean([0.5, 1.0])
print(f"{best:.2f} {type(best).__name__} {isinstance(best, float)}")
# > 0.75 float64 True
torch.save({"best": best}, "best.pt")
try:
    torch.load("best.pt")
except pickle.UnpicklingError as error:
    line = next(line for line in str(error).splitlines() if "GLOBAL" in line)
    print(f"{type(error).__name__}: {line.strip().split('. ')[0]}")
# > UnpicklingError: WeightsUnpickler error: Unsupported global: GLOBAL numpy._core.multiarray.scalar was not an allowed global by default
# --8<-- [end:metric]

# --8<-- [start:float]
torch.save({"best": float(best)}, "best.pt")
print(f"{torch.load('best.pt')=}")
# > torch.load('best.pt')={'best': 0.75}
# --8<-- [end:float]
