# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
#
# [tool.tbe]
# timeout = 120
# ///
"""A trace for Perfetto, what is in the file, and what TensorBoard makes of it."""

# --8<-- [start:trace]
import json
from pathlib import Path

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile, record_function

model, inputs = nn.Linear(64, 64), torch.randn(32, 64)
with profile(activities=[ProfilerActivity.CPU]) as prof:
    for _ in range(3):
        with record_function("my step"):
            model(inputs).sum().backward()
# <= 2.11
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.

prof.export_chrome_trace("trace.json")
events = json.loads(Path("trace.json").read_text())["traceEvents"]
mine = [event for event in events if event["name"] == "my step"]
print([event["cat"] for event in mine], sorted(mine[0].keys() & {"ts", "dur"}))
# > ['user_annotation', 'user_annotation', 'user_annotation'] ['dur', 'ts']
names = {event["name"] for event in events if event.get("cat") == "cpu_op"}
print(sorted(names & {"aten::linear", "aten::addmm", "aten::sum"}))
# > ['aten::addmm', 'aten::linear', 'aten::sum']
# --8<-- [end:trace]

# --8<-- [start:twice]
try:
    prof.export_chrome_trace("again.json")
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Trace is already saved.
# --8<-- [end:twice]

# --8<-- [start:tensorboard]
from tensorboard.backend.event_processing.event_multiplexer import (
    EventMultiplexer,
)
from torch.profiler import tensorboard_trace_handler

with profile(
    activities=[ProfilerActivity.CPU],
    on_trace_ready=tensorboard_trace_handler("runs/profile"),
):
    model(inputs)
written = [path.suffixes[-3:] for path in Path("runs/profile").iterdir()]
print(f"written: {written}")
# > written: [['.pt', '.trace', '.json']]
found = EventMultiplexer().AddRunsFromDirectory("runs").Reload()
print(f"runs that TensorBoard finds: {found.Runs()}")
# > runs that TensorBoard finds: {}
# --8<-- [end:tensorboard]
