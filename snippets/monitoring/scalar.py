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

import torch._dynamo  # before TensorBoard, see monitoring/digits_run.py

# --8<-- [start:answer]
from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter("runs/first")  # a folder for this run
writer.add_scalar("loss", 0.75, 0)  # name, value, step
writer.close()
# --8<-- [end:answer]

# --8<-- [start:smallest]
import torch
import torch._dynamo  # before TensorBoard: see "Segmentation fault" below
from torch import nn
from torch.utils.tensorboard import SummaryWriter

torch.manual_seed(0)
inputs = torch.randn(64, 3)  # (batch, 3)
targets = inputs.sum(dim=1, keepdim=True)  # (batch, 1)
model, criterion = nn.Linear(3, 1), nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)

with SummaryWriter("runs/line") as writer:
    for epoch in range(5):
        model.train()
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        writer.add_scalar("loss/train", loss.item(), epoch)

print(sorted(path.as_posix() for path in Path("runs").iterdir()))
# > ['runs/first', 'runs/line']
# --8<-- [end:smallest]

# --8<-- [start:read]
from tensorboard.backend.event_processing.event_accumulator import (
    EventAccumulator,
)

events = EventAccumulator("runs/line").Reload()
for point in events.Scalars("loss/train"):
    print(f"step {point.step}: {point.value:.3f}")
# > step 0: 5.452
# > step 1: 1.652
# > step 2: 0.564
# > step 3: 0.214
# > step 4: 0.087
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
