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


# --8<-- [start:add-scalars]
def runs(folder):
    files = sorted(Path(folder).rglob("events.*"))
    return {
        str(file.parent): EventAccumulator(str(file)).Reload().Tags()["scalars"]
        for file in files
    }


with SummaryWriter("dict") as writer:
    for step in range(3):
        writer.add_scalars(
            "loss", {"train": 1 / (step + 1), "valid": 1 / (step + 2)}, step
        )

print(runs("dict"))
# > {'dict': [], 'dict/loss_train': ['loss'], 'dict/loss_valid': ['loss']}
# --8<-- [end:add-scalars]

# --8<-- [start:two-writers]
with SummaryWriter("two/train") as train, SummaryWriter("two/valid") as valid:
    for step in range(3):
        train.add_scalar("loss", 1 / (step + 1), step)
        valid.add_scalar("loss", 1 / (step + 2), step)

print(runs("two"))
# > {'two/train': ['loss'], 'two/valid': ['loss']}
# --8<-- [end:two-writers]

# --8<-- [start:plain]
with SummaryWriter("wrong") as writer:
    try:
        writer.add_scalar("loss", {"train": 1.0, "valid": 0.5}, 0)
    except NotImplementedError as error:
        print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Got <class 'dict'>, but numpy array or torch tensor are expected.
# --8<-- [end:plain]
