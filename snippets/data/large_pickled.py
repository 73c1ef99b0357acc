# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# timeout = 180
# ///
"""What travels to a spawned worker: arrays are pickled whole, tensors go through shared memory, paths are small."""

import multiprocessing.reduction
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


# --8<-- [start:size]
class Loaded(Dataset):
    def __init__(self, paths, convert):
        self.images = [convert(np.load(path)) for path in paths]

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return self.images[index]


class Found(Dataset):
    def __init__(self, paths):
        self.paths = paths

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return np.load(self.paths[index])


def measured(thing, file, protocol=None):  # notes how much is sent
    dump(thing, file, protocol)
    global sent
    sent = file.tell()


if __name__ == "__main__":
    for number in range(100):
        np.save(f"{number}.npy", np.random.rand(3, 32, 32).astype("float32"))
    paths = sorted(Path().glob("*.npy"))
    dump = multiprocessing.reduction.dump
    multiprocessing.reduction.dump = measured
    arrays = Loaded(paths, convert=np.asarray)
    tensors = Loaded(paths, convert=torch.from_numpy)
    for name, dataset in (
        ("arrays", arrays),
        ("tensors", tensors),
        ("paths", Found(paths)),
    ):
        loader = DataLoader(dataset, num_workers=1, multiprocessing_context="spawn")
        next(iter(loader))
        size = "over" if sent > 1_000_000 else "under"
        print(f"{name}: {size} a megabyte sent to the worker ({sent} bytes)")
    print(f"{tensors[0].is_shared()=}")
# ~ arrays: over a megabyte sent to the worker (1234713 bytes)
# ~ tensors: under a megabyte sent to the worker (9023 bytes)
# ~ paths: under a megabyte sent to the worker (3473 bytes)
# > tensors[0].is_shared()=True
# --8<-- [end:size]
