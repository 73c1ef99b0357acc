# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
# ///
"""Every argument of SummaryWriter, each with what it leaves on disk."""

import socket
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter


# --8<-- [start:names]
def files(writer):
    return [file.name.split(".")[-1] for file in Path(writer.log_dir).iterdir()]


with SummaryWriter(comment="_lr0.1") as writer:
    print(repr(writer.log_dir.replace(socket.gethostname(), "HOST")))
# ~ 'runs/Nov21_03-56-06_HOST_lr0.1'

with SummaryWriter(
    "runs/named", comment="_ignored", filename_suffix=".rank0"
) as writer:
    print(writer.log_dir, files(writer))
# > runs/named ['rank0']
# --8<-- [end:names]


# --8<-- [start:purge]
def points(folder):
    events = EventAccumulator(folder).Reload()
    return [(point.step, point.value) for point in events.Scalars("loss")]


for folder, purge_step in (("runs/twice", None), ("runs/purged", 2)):
    with SummaryWriter(folder, filename_suffix=".1") as writer:
        for step in range(4):  # the run dies after step 3
            writer.add_scalar("loss", 1.0, step)
    with SummaryWriter(
        folder, purge_step=purge_step, filename_suffix=".2"
    ) as writer:
        for step in range(2, 5):  # it goes on from a checkpoint of step 2
            writer.add_scalar("loss", 0.5, step)
    print(f"{purge_step=}: {points(folder)}")
# > purge_step=None: [(0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0), (2, 0.5), (3, 0.5), (4, 0.5)]
# > purge_step=2: [(0, 1.0), (1, 1.0), (2, 0.5), (3, 0.5), (4, 0.5)]
# --8<-- [end:purge]

# --8<-- [start:flush]
writer = SummaryWriter("runs/slow", max_queue=1, flush_secs=3600)
writer.add_scalar("loss", 1.0, 0)
writer.flush()
print(f"after flush: {points('runs/slow')}")
# > after flush: [(0, 1.0)]
writer.add_scalar("loss", 0.5, 1)
writer.close()
print(f"after close: {points('runs/slow')}")
# > after close: [(0, 1.0), (1, 0.5)]
# --8<-- [end:flush]
