# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["oom_step.svg"]
# timeout = 120
# ///
"""Memory over two training steps: where it rises, where it falls, and which moment decides."""

# --8<-- [start:curve]
import itertools
import json
from pathlib import Path

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile, record_function


def make_model():
    layers = []
    for _ in range(8):
        layers += [nn.Linear(256, 256), nn.GELU()]
    return nn.Sequential(*layers, nn.Linear(256, 10))


def record(steps, size):
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as prof:
        with record_function("model"):
            model = make_model()
            optimizer = torch.optim.AdamW(model.parameters())
        for _ in range(steps):
            inputs, targets = torch.randn(size, 256), torch.randint(10, (size,))
            optimizer.zero_grad()
            with record_function("forward"):
                loss = nn.functional.cross_entropy(model(inputs), targets)
            with record_function("backward"):
                loss.backward()
            with record_function("step"):
                optimizer.step()
    prof.export_chrome_trace("trace.json")
    return json.loads(Path("trace.json").read_text())["traceEvents"]


def memory(events):
    """(time, MiB) after each allocation and each release."""
    changes = [event for event in events if event["name"] == "[memory]"]
    changes.sort(key=lambda event: event["ts"])
    total = itertools.accumulate(event["args"]["Bytes"] for event in changes)
    return [
        (event["ts"], size / 2**20)
        for event, size in zip(changes, total, strict=True)
    ]


torch.manual_seed(0)
events = record(steps=2, size=1024)
# <= 2.11
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
curve = memory(events)
phases = [e for e in events if e.get("cat") == "user_annotation"]
phases.sort(key=lambda event: event["ts"])
for phase in phases:
    if phase["name"] in ("model", "forward", "backward", "step"):
        begin, end = phase["ts"], phase["ts"] + phase["dur"]
        inside = [size for at, size in curve if begin <= at <= end]
        print(
            f"{phase['name']:8} peak {max(inside):5.1f}, end {inside[-1]:5.1f} MiB"
        )
# > model    peak   2.0, end   2.0 MiB
# > forward  peak  19.1, end  19.1 MiB
# > backward peak  20.1, end   5.0 MiB
# > step     peak   9.6, end   9.1 MiB
# > forward  peak  23.1, end  23.1 MiB
# > backward peak  24.1, end   9.1 MiB
# > step     peak   9.6, end   9.1 MiB
# --8<-- [end:curve]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

colours = {"forward": "#1c7ed6", "backward": "#f08c00", "step": "#2b8a3e"}
figure, axes = plt.subplots(figsize=(4.8, 2.6), layout="constrained")
drawn = [phase for phase in phases if phase["name"] in colours]
for place, phase in enumerate(drawn):
    begin, end = phase["ts"], phase["ts"] + phase["dur"]
    inside = [size for at, size in curve if begin <= at <= end]
    at = [place + n / len(inside) for n in range(len(inside))]
    axes.fill_between(
        at, inside, color=colours[phase["name"]], alpha=0.7, step="post"
    )
axes.set(ylabel="MiB", ylim=(0, 27), xlim=(0, 6))
names = [phase["name"] for phase in drawn]
axes.set_xticks([place + 0.5 for place in range(6)], names, fontsize=9)
axes.axvline(3, color="#868e96", linestyle="--")
axes.text(1.5, 25, "first step", ha="center")
axes.text(4.5, 25, "second step", ha="center")
figure.savefig("oom_step.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
