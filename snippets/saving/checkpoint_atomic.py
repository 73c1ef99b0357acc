# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A crash while saving destroys the file that was there, unless it is written beside it."""

import os
from pathlib import Path

import torch


# --8<-- [start:crash]
def state(epoch):
    return {"epoch": epoch, "weights": torch.ones(10_000)}


def crash_while_saving(checkpoint, path):
    torch.save(checkpoint, path)
    path.write_bytes(path.read_bytes()[:1000])  # the rest never reached the disk


def what_is_in(path):
    try:
        return f"epoch {torch.load(path)['epoch']}"
    except RuntimeError as error:
        return f"{type(error).__name__}: {str(error).partition(':')[0]}"


path = Path("checkpoint.pt")
torch.save(state(1), path)
print(what_is_in(path))
# > epoch 1
crash_while_saving(state(2), path)
print(what_is_in(path))
# > RuntimeError: PytorchStreamReader failed reading zip archive
# --8<-- [end:crash]


# --8<-- [start:atomic]
def save_atomically(checkpoint, path):
    beside = path.with_suffix(".tmp")  # in the same folder
    with open(beside, "wb") as file:
        torch.save(checkpoint, file)
        file.flush()
        os.fsync(file.fileno())  # on the disk, not only on its way
    os.replace(beside, path)  # one step: the old file or the new one


save_atomically(state(1), path)
crash_while_saving(state(2), path.with_suffix(".tmp"))  # os.replace is not reached
print(what_is_in(path))
# > epoch 1
save_atomically(state(2), path)
print(what_is_in(path))
# > epoch 2
# --8<-- [end:atomic]
