# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""The time of one pass over the data, row by row and in batches."""

import time

import torch
from torch import nn

# --8<-- [start:time]
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
inputs, targets = torch.rand(2048, 64), torch.randint(10, (2048,))
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)


def one_pass(size):
    start = time.perf_counter()
    for rows in torch.arange(2048).split(size):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(inputs[rows]), targets[rows]).backward()
        optimizer.step()
    return time.perf_counter() - start


one_pass(64)  # the first pass pays for the start: not counted
for size in (1, 8, 64, 2048):
    seconds = min(one_pass(size) for _ in range(3))
    print(f"batch {size:4}: {2048 // size:4} steps, {1000 * seconds:.0f} ms")
# ~ batch    1: 2048 steps, 195 ms
# ~ batch    8:  256 steps, 25 ms
# ~ batch   64:   32 steps, 4 ms
# ~ batch 2048:    1 steps, 1 ms
# --8<-- [end:time]
