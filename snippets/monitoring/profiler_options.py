# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# timeout = 120
# ///
"""record_shapes, profile_memory and with_stack: what each adds, and what profiling costs."""

# --8<-- [start:shapes]
import time
from pathlib import Path

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 10))
inputs = torch.randn(32, 64)
cpu = [ProfilerActivity.CPU]

with profile(activities=cpu, record_shapes=True) as prof:
    model(inputs)
# <= 2.11
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
for row in prof.key_averages(group_by_input_shape=True):
    if row.key == "aten::addmm":
        print(row.input_shapes[:3])  # bias, inputs, weight
# > [[256], [32, 64], [64, 256]]
# > [[10], [32, 256], [256, 10]]
# --8<-- [end:shapes]

# --8<-- [start:memory]
with profile(activities=cpu, profile_memory=True) as prof:
    model(inputs)
rows = {row.key: row for row in prof.key_averages()}
for name in ("aten::addmm", "aten::clamp_min"):
    print(f"{name}: {rows[name].self_cpu_memory_usage:,} bytes")
# > aten::addmm: 34,048 bytes
# > aten::clamp_min: 32,768 bytes
print(f"{(32 * 256 + 32 * 10) * 4:,} bytes are the outputs of the two layers")
# > 34,048 bytes are the outputs of the two layers
# --8<-- [end:memory]

# --8<-- [start:stack]
with profile(activities=cpu, with_stack=True) as prof:
    model(inputs)
prof.export_chrome_trace("stack.json")
text = Path("stack.json").read_text()
print("functions of Python are in the trace:", '"python_function"' in text)
# > functions of Python are in the trace: True
# --8<-- [end:stack]


# --8<-- [start:cost]
def seconds(**options):
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        with profile(activities=cpu, **options):
            for _ in range(300):
                model(inputs)
        best = min(best, time.perf_counter() - start)
    return best


def seconds_without():
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(300):
            model(inputs)
        best = min(best, time.perf_counter() - start)
    return best


without = seconds_without()
print(f"plain profiler: {seconds() / without:.1f} times as long")
# ~ plain profiler: 2.7 times as long
everything = {"record_shapes": True, "profile_memory": True, "with_stack": True}
print(f"all three options: {seconds(**everything) / without:.1f} times as long")
# ~ all three options: 10.5 times as long
# --8<-- [end:cost]
