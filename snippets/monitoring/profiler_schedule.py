# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["profiler_schedule.svg"]
# ///
"""A schedule: which steps the profiler leaves out, warms up on and records."""

# --8<-- [start:actions]
from torch.profiler import ProfilerActivity, profile, schedule

plan = schedule(wait=1, warmup=1, active=2, repeat=2)
for step in range(9):
    print(step, plan(step).name)
# > 0 NONE
# > 1 WARMUP
# > 2 RECORD
# > 3 RECORD_AND_SAVE
# > 4 NONE
# > 5 WARMUP
# > 6 RECORD
# > 7 RECORD_AND_SAVE
# > 8 NONE
# --8<-- [end:actions]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

colours = {"NONE": "none", "WARMUP": "#f08c00", "RECORD": "#1c7ed6"}
words = {"NONE": "wait", "WARMUP": "warm", "RECORD": "record"}
figure, axes = plt.subplots(figsize=(4.8, 1.1))
for step in range(9):
    action = plan(step).name.removesuffix("_AND_SAVE")
    box = {"facecolor": colours[action], "edgecolor": "#868e96", "alpha": 0.6}
    axes.add_patch(plt.Rectangle((step, 0), 0.94, 1, **box))
    word = words[action] if step < 8 else "off"
    axes.text(step + 0.47, 0.5, word, ha="center", va="center", fontsize=8)
axes.set(xlim=(0, 9), ylim=(0, 1), yticks=[], xlabel="prof.step()")
axes.set_xticks([step + 0.47 for step in range(9)], [str(n) for n in range(9)])
axes.spines[:].set_visible(False)
figure.savefig("profiler_schedule.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:run]
import torch
from torch import nn

model, inputs = nn.Linear(8, 8), torch.randn(4, 8)


def ready(prof):  # called at the end of each cycle
    rows = {row.key: row.count for row in prof.key_averages()}
    print(f"a cycle is done: {rows['aten::addmm']} calls of aten::addmm")


with profile(
    activities=[ProfilerActivity.CPU],
    schedule=plan,
    on_trace_ready=ready,
    acc_events=True,  # keep what earlier cycles recorded
) as prof:
    for _ in range(20):  # a long training
        model(inputs)
        prof.step()  # the next step begins
# > a cycle is done: 2 calls of aten::addmm
# > a cycle is done: 4 calls of aten::addmm
# --8<-- [end:run]

# --8<-- [start:no-step]
with profile(activities=[ProfilerActivity.CPU], schedule=plan) as prof:
    for _ in range(20):
        model(inputs)  # and nobody calls prof.step()
try:
    prof.key_averages()
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
# > AssertionError: Profiler must be initialized before getting key averages
# --8<-- [end:no-step]

# --8<-- [start:no-activity]
try:
    with profile(activities=[]) as prof:
        model(inputs)
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
# > AssertionError: No valid profiler activities found
# <= 2.11
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
# --8<-- [end:no-activity]
