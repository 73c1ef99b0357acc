# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Memory that grows from batch to batch: a validation with a graph, lists of losses and outputs, and what gc sees of it."""

import gc
import itertools
import json
from collections import Counter
from pathlib import Path

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile

torch.manual_seed(0)
layers = [layer for _ in range(8) for layer in (nn.Linear(256, 256), nn.GELU())]
model = nn.Sequential(*layers, nn.Linear(256, 10))
criterion = nn.CrossEntropyLoss()
loader = [(torch.randn(1024, 256), torch.randint(10, (1024,))) for _ in range(4)]


# --8<-- [start:validation]
def allocated(work):
    """MiB at the highest point of work(), and what is left while its result lives."""
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as prof:
        result = work()
    prof.export_chrome_trace("trace.json")
    events = json.loads(Path("trace.json").read_text())["traceEvents"]
    changes = [event for event in events if event["name"] == "[memory]"]
    changes.sort(key=lambda event: event["ts"])
    sizes = list(itertools.accumulate(event["args"]["Bytes"] for event in changes))
    del result
    return f"peak {max(sizes) / 2**20:5.1f}, left {sizes[-1] / 2**20:5.1f} MiB"


def train():
    for inputs, targets in loader:
        model.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
    model.zero_grad()


def validate(batches):
    total = 0.0
    for inputs, targets in loader[:batches]:
        loss = criterion(model(inputs), targets)
        total += loss.item()
    return total


print("training                  ", allocated(train))
# > training                   peak  17.0, left   0.0 MiB
# <= 2.11
# > training                   peak  17.0, left   0.0 MiB
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
print("validation, one batch     ", allocated(lambda: validate(1)))
# > validation, one batch      peak  16.1, left   0.0 MiB
print("validation, four batches  ", allocated(lambda: validate(4)))
# > validation, four batches   peak  32.1, left   0.0 MiB
with torch.no_grad():
    print("four batches, no_grad     ", allocated(lambda: validate(4)))
# > four batches, no_grad      peak   2.0, left   0.0 MiB
# --8<-- [end:validation]


# --8<-- [start:kept]
def collect(keep):
    kept = []
    for inputs, targets in loader:
        logits = model(inputs)
        loss = criterion(logits, targets)
        kept.append(keep(loss, logits))
    return kept


for name, keep in {
    "losses.append(loss)": lambda loss, logits: loss,
    "losses.append(loss.item())": lambda loss, logits: loss.item(),
    "outputs.append(logits)": lambda loss, logits: logits,
    "outputs.append(logits.detach())": lambda loss, logits: logits.detach(),
}.items():
    print(f"{name:31}", allocated(lambda keep=keep: collect(keep)))
# > losses.append(loss)             peak  64.2, left  64.2 MiB
# > losses.append(loss.item())      peak  32.1, left   0.0 MiB
# > outputs.append(logits)          peak  64.2, left  64.2 MiB
# > outputs.append(logits.detach()) peak  32.2, left   0.2 MiB
# --8<-- [end:kept]


# --8<-- [start:gc]
def living():
    """Tensors without the parameters, counted by shape."""
    tensors = [item for item in gc.get_objects() if type(item) is torch.Tensor]
    return Counter(tuple(tensor.shape) for tensor in tensors)


before = living()
losses = collect(lambda loss, logits: loss)
print(living() - before)
# > Counter({(1024, 256): 64, (): 4})
losses = [loss.item() for loss in losses]
print(living() - before)
# > Counter()
# --8<-- [end:gc]
