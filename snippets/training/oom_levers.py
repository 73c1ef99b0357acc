# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 120
# ///
"""The peak of a training step, and what each way to save memory makes of it."""

import itertools
import json
from pathlib import Path

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile
from torch.utils.checkpoint import checkpoint

# --8<-- [start:answer]
criterion = nn.CrossEntropyLoss()


def accumulate(model, inputs, targets, size):
    """The gradient of the whole batch, on the memory of `size` samples."""
    for part, part_targets in zip(
        inputs.split(size), targets.split(size), strict=True
    ):
        loss = criterion(model(part), part_targets)
        (loss * len(part) / len(inputs)).backward()


# --8<-- [end:answer]


# --8<-- [start:peak]
def peak(work):
    """The highest number of MiB that is allocated while work() runs."""
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as prof:
        work()
    prof.export_chrome_trace("trace.json")
    events = json.loads(Path("trace.json").read_text())["traceEvents"]
    changes = [event for event in events if event["name"] == "[memory]"]
    changes.sort(key=lambda event: event["ts"])
    sizes = [event["args"]["Bytes"] for event in changes]
    return max(itertools.accumulate(sizes)) / 2**20


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        blocks = [nn.Sequential(nn.Linear(256, 256), nn.GELU()) for _ in range(8)]
        self.blocks, self.head = nn.ModuleList(blocks), nn.Linear(256, 10)

    def forward(self, x, again=False):
        for block in self.blocks:
            x = checkpoint(block, x, use_reentrant=False) if again else block(x)
        return self.head(x)


# --8<-- [end:peak]


# --8<-- [start:levers]
def training(
    size=1024,
    part=None,
    sgd=False,
    keep_zeros=False,
    frozen=0,
    again=False,
    cast=False,
):
    model = Model()
    model.blocks[:frozen].requires_grad_(False)
    learns = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.SGD(learns) if sgd else torch.optim.AdamW(learns)
    for _ in range(2):  # the second step is the one with the optimizer's state
        inputs, targets = torch.randn(size, 256), torch.randint(10, (size,))
        optimizer.zero_grad(set_to_none=not keep_zeros)
        if part:
            accumulate(model, inputs, targets, part)
        else:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=cast):
                loss = criterion(model(inputs, again), targets)
            loss.backward()
        optimizer.step()


for name, work in {
    "batch of 1024": training,
    "batch of 512": lambda: training(512),
    "batch of 256": lambda: training(256),
    "batch of 128": lambda: training(128),
    "1024 in four parts": lambda: training(part=256),
    "checkpointing": lambda: training(again=True),
    "SGD instead of AdamW": lambda: training(sgd=True),
    "half of the layers frozen": lambda: training(frozen=4),
    "zero_grad(set_to_none=False)": lambda: training(keep_zeros=True),
}.items():
    print(f"{name:28} {peak(work):4.1f} MiB")
# > batch of 1024                24.1 MiB
# > batch of 512                 15.1 MiB
# > batch of 256                 10.6 MiB
# > batch of 128                  8.7 MiB
# > 1024 in four parts           13.3 MiB
# > checkpointing                17.1 MiB
# > SGD instead of AdamW         20.1 MiB
# > half of the layers frozen    15.1 MiB
# > zero_grad(set_to_none=False) 26.1 MiB
# <= 2.11
# > batch of 1024                24.1 MiB
# > batch of 512                 15.1 MiB
# > batch of 256                 10.6 MiB
# > batch of 128                  8.7 MiB
# > 1024 in four parts           13.3 MiB
# > checkpointing                17.1 MiB
# > SGD instead of AdamW         20.1 MiB
# > half of the layers frozen    15.1 MiB
# > zero_grad(set_to_none=False) 26.1 MiB
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
print(f"autocast to bfloat16         {peak(lambda: training(cast=True)):4.1f} MiB")
# ~ autocast to bfloat16         17.1 MiB
# --8<-- [end:levers]
