# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
#
# [tool.tbe]
# claims = ["tb.add-scalars-dict"]
# ///
"""Two curves in one chart: add_scalars() makes a run for each key, two writers do the same in the open."""

from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter


# --8<-- [start:two-writers]
def show(folder):
    for file in sorted(Path(folder).rglob("events.*")):
        events = EventAccumulator(str(file)).Reload()
        for tag in events.Tags()["scalars"]:
            values = [round(point.value, 2) for point in events.Scalars(tag)]
            print(f"{file.parent}: {tag} {values}")


with SummaryWriter("two/train") as train, SummaryWriter("two/valid") as valid:
    for step in range(3):
        train.add_scalar("loss", 1 / (step + 1), step)
        valid.add_scalar("loss", 1 / (step + 2), step)

show("two")
# > two/train: loss [1.0, 0.5, 0.33]
# > two/valid: loss [0.5, 0.33, 0.25]
# --8<-- [end:two-writers]

# --8<-- [start:add-scalars]
with SummaryWriter("dict") as writer:
    for step in range(3):
        writer.add_scalars(
            "loss", {"train": 1 / (step + 1), "valid": 1 / (step + 2)}, step
        )

show("dict")
# > dict/loss_train: loss [1.0, 0.5, 0.33]
# > dict/loss_valid: loss [0.5, 0.33, 0.25]
# --8<-- [end:add-scalars]

# --8<-- [start:plain]
with SummaryWriter("wrong") as writer:
    try:
        writer.add_scalar("loss", {"train": 1.0, "valid": 0.5}, 0)
    except NotImplementedError as error:
        print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Got <class 'dict'>, but numpy array or torch tensor are expected.
# --8<-- [end:plain]
