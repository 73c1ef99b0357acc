# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""What a call costs whatever its size, shown on a CPU: the time for a row by batch size."""

import time

import torch
from torch import nn

torch.manual_seed(0)

# --8<-- [start:per-call]
model = nn.Sequential(nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 10))


def time_for(inputs, repeats=200):
    """The best time of one call, in seconds, without the first one."""
    times = []
    for _ in range(repeats + 1):
        begin = time.perf_counter()
        model(inputs)
        times.append(time.perf_counter() - begin)
    return min(times[1:])


with torch.no_grad():
    one = time_for(torch.randn(1, 32))
    for size in (1, 16, 256):
        call = time_for(torch.randn(size, 32))
        ratio = call / one
        print(f"rows={size}: a call {ratio:.1f}, a row {ratio / size:.2f}")
# ~ rows=1: a call 1.0, a row 1.01
# ~ rows=16: a call 1.1, a row 0.07
# ~ rows=256: a call 1.7, a row 0.01
# --8<-- [end:per-call]
