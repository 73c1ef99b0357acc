# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 120
# alone = true
# ///
"""Activation checkpointing: bytes, time, and the same gradient; dropout, BatchNorm and use_reentrant."""

import itertools
import json
import time
from pathlib import Path

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile

# --8<-- [start:smallest]
from torch.utils.checkpoint import checkpoint

torch.manual_seed(0)
blocks = [
    nn.Sequential(nn.Linear(256, 256), nn.GELU(), nn.Dropout(0.1)) for _ in range(8)
]
inputs = torch.randn(1024, 256)


def forward(x, group):
    """Keep x before each group of blocks; group=0 keeps everything."""
    if group == 0:
        return nn.Sequential(*blocks)(x)
    for first in range(0, len(blocks), group):
        part = nn.Sequential(*blocks[first : first + group])
        x = checkpoint(part, x, use_reentrant=False)
    return x


def gradient(group):
    torch.manual_seed(1)  # the same dropout
    for block in blocks:
        block.zero_grad()
    forward(inputs, group).square().mean().backward()
    return blocks[0][0].weight.grad.clone()


print(f"{torch.equal(gradient(0), gradient(1))=}")
# > torch.equal(gradient(0), gradient(1))=True
# --8<-- [end:smallest]


# --8<-- [start:groups]
def peak(work):
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as prof:
        work()
    prof.export_chrome_trace("trace.json")
    events = json.loads(Path("trace.json").read_text())["traceEvents"]
    changes = [event for event in events if event["name"] == "[memory]"]
    changes.sort(key=lambda event: event["ts"])
    sizes = [event["args"]["Bytes"] for event in changes]
    return max(itertools.accumulate(sizes)) / 2**20


for group in (0, 1, 2, 4, 8):
    for block in blocks:
        block.zero_grad()
    name = f"groups of {group}" if group else "no checkpoint"
    print(f"{name:13} peak {peak(lambda g=group: gradient(g)):4.1f} MiB")
# > no checkpoint peak 28.0 MiB
# > groups of 1   peak 12.0 MiB
# > groups of 2   peak 10.0 MiB
# > groups of 4   peak 14.0 MiB
# > groups of 8   peak 25.0 MiB
# <= 2.11
# > no checkpoint peak 28.0 MiB
# > groups of 1   peak 12.0 MiB
# > groups of 2   peak 10.0 MiB
# > groups of 4   peak 14.0 MiB
# > groups of 8   peak 25.0 MiB
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
# --8<-- [end:groups]


# --8<-- [start:time]
def seconds(group):
    begin = time.perf_counter()
    gradient(group)
    return time.perf_counter() - begin


times = {0: [], 1: []}
for _ in range(7):  # in turns, so that a slow moment hits both
    for group, taken in times.items():
        taken.append(seconds(group))
print(f"with checkpoint {min(times[1]) / min(times[0]):.2f} times as long")
# ~ with checkpoint 1.45 times as long
print(f"{min(times[1]) > min(times[0])=}")
# > min(times[1]) > min(times[0])=True
# --8<-- [end:time]

# --8<-- [start:batchnorm]
for again in (False, True):
    norm = nn.BatchNorm1d(2)
    x = torch.full((4, 2), 10.0, requires_grad=True)
    y = checkpoint(norm, x, use_reentrant=False) if again else norm(x)
    y.sum().backward()
    steps = norm.num_batches_tracked.item()
    print(f"{again=!s:5}: batches {steps}, mean {norm.running_mean[0].item():.1f}")
# > again=False: batches 1, mean 1.0
# > again=True : batches 2, mean 1.9
# --8<-- [end:batchnorm]

# --8<-- [start:reentrant]
layer = nn.Linear(4, 4)
outputs = checkpoint(layer, torch.ones(2, 4), use_reentrant=True)
# ! UserWarning: None of the inputs have requires_grad=True. Gradients will be None
print(f"{outputs.requires_grad=}")
# > outputs.requires_grad=False
outputs = checkpoint(layer, torch.ones(2, 4), use_reentrant=False)
print(f"{outputs.requires_grad=}")
# > outputs.requires_grad=True
checkpoint(layer, torch.ones(2, 4, requires_grad=True))
# ! UserWarning: torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly. In a future release, calling checkpoint without use_reentrant will raise an exception. use_reentrant=False is recommended, but if you need to preserve the current default behavior, you can pass use_reentrant=True. Refer to docs for more details on the differences between the two variants.
# <= 2.14
# ! UserWarning: torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly. Starting in PyTorch 2.9, calling checkpoint without use_reentrant will raise an exception. use_reentrant=False is recommended, but if you need to preserve the current default behavior, you can pass use_reentrant=True. Refer to docs for more details on the differences between the two variants.
# --8<-- [end:reentrant]
