# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.numpy-array-list-slow"]
# alone = true
# ///
"""A list of arrays is read number by number; one array is read at once."""

from time import perf_counter

import numpy as np
import torch

# --8<-- [start:slow]
arrays = [np.zeros(100, dtype=np.float32) for _ in range(500)]

slow_seconds = []
for _ in range(5):
    begin = perf_counter()
    slow = torch.tensor(arrays)
    slow_seconds.append(perf_counter() - begin)
# ! UserWarning: Creating a tensor from a list of numpy.ndarrays is extremely slow. Please consider converting the list to a single numpy.ndarray with numpy.array() before converting to a tensor.

fast_seconds = []
for _ in range(5):
    begin = perf_counter()
    fast = torch.from_numpy(np.stack(arrays))
    fast_seconds.append(perf_counter() - begin)

print(f"{torch.equal(slow, fast)=}")
# > torch.equal(slow, fast)=True
print(f"slower by a factor of {min(slow_seconds) / min(fast_seconds):.0f}")
# ~ slower by a factor of 138
# --8<-- [end:slow]
