# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""What anomaly detection costs: the same forward and backward, with and without it."""

import time

import torch
from torch import nn

# --8<-- [start:cost]
model = nn.Sequential(*[nn.Linear(8, 8) for _ in range(20)])
inputs = torch.ones(4, 8)


def milliseconds(detect):
    times = []
    for _ in range(20):
        start = time.perf_counter()
        with torch.autograd.set_detect_anomaly(detect):
            model(inputs).sum().backward()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


off, on = milliseconds(False), milliseconds(True)
print(f"off {off:.2f} ms, on {on:.2f} ms")
# ~ off 1.30 ms, on 48.38 ms
print(f"more than twice as long: {on > 2 * off}")
# > more than twice as long: True
# --8<-- [end:cost]
