# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
#
# [tool.tbe]
# claims = ["tb.add-scalar", "tb.summarywriter-command"]
# ///
"""add_scalar(): one point of a curve, what is in the file, and what the step is for."""

from importlib.metadata import entry_points
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

# --8<-- [start:write]
with SummaryWriter("runs/first") as writer:
    for step in range(4):
        writer.add_scalar("loss", 1 / (step + 1), step)
# --8<-- [end:write]

# --8<-- [start:read]
events = EventAccumulator("runs/first").Reload()
print([(point.step, round(point.value, 2)) for point in events.Scalars("loss")])
# > [(0, 1.0), (1, 0.5), (2, 0.33), (3, 0.25)]
# --8<-- [end:read]

# --8<-- [start:step]
with SummaryWriter("runs/no_step") as writer:
    for value in (1.0, 0.5, 0.25):
        writer.add_scalar("loss", value)

events = EventAccumulator("runs/no_step").Reload()
print([(point.step, point.value) for point in events.Scalars("loss")])
# > [(0, 1.0), (0, 0.5), (0, 0.25)]
# --8<-- [end:step]

# --8<-- [start:command]
print(f"a class:   {SummaryWriter!r}")
# > a class:   <class 'torch.utils.tensorboard.writer.SummaryWriter'>
print(f"a file:    {next(Path('runs/first').iterdir()).name.split('.')[:3]}")
# > a file:    ['events', 'out', 'tfevents']
print(f"a command: {entry_points(group='console_scripts')['tensorboard'].value}")
# > a command: tensorboard.main:run_main
# --8<-- [end:command]
