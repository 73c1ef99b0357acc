# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
#
# [tool.tbe]
# claims = ["tb.add-histrogram"]
# ///
"""add_histogram(): the spread of many numbers, step by step."""

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

# --8<-- [start:write]
torch.manual_seed(0)
with SummaryWriter("runs/spread") as writer:
    for step in range(3):
        writer.add_histogram("weight", torch.randn(1000) * (step + 1), step)

events = EventAccumulator(
    "runs/spread", size_guidance={"histograms": 0}
).Reload()  # 0: keep every step, not only the last
for event in events.Histograms("weight"):
    spread = event.histogram_value
    print(
        f"step {event.step}: {spread.num:.0f} numbers from {spread.min:.1f} to {spread.max:.1f}"
    )
# > step 0: 1000 numbers from -3.2 to 4.1
# > step 1: 1000 numbers from -6.9 to 5.6
# > step 2: 1000 numbers from -12.3 to 9.3
# --8<-- [end:write]

# --8<-- [start:last]
print(len(EventAccumulator("runs/spread").Reload().Histograms("weight")))
# > 1
# --8<-- [end:last]

# --8<-- [start:typo]
with SummaryWriter("runs/typo") as writer:
    try:
        writer.add_histrogram("weight", torch.randn(10), 0)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
# > AttributeError: 'SummaryWriter' object has no attribute 'add_histrogram'
# --8<-- [end:typo]
