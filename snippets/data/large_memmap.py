# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# alone = true
# ///
"""A file of arrays that is read row by row: np.load with mmap_mode leaves it on the disk."""

import pickle
import re
import warnings
from pathlib import Path

import numpy as np
import torch

# --8<-- [start:write]
if __name__ == "__main__":
    count = 2000
    images = np.lib.format.open_memmap(
        "images.npy", mode="w+", dtype="uint8", shape=(count, 3, 96, 96)
    )
    for number in range(count):  # one image in memory at a time
        images[number] = number % 256
    images.flush()
    del images
# --8<-- [end:write]

# --8<-- [start:answer]
from torch.utils.data import DataLoader, Dataset


class OnDisk(Dataset):
    def __init__(self, path):
        self.path = path
        self.length = len(np.load(path, mmap_mode="r"))

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        images = np.load(self.path, mmap_mode="r")  # opens, does not read
        return torch.tensor(images[index])  # reads and copies one row


# --8<-- [end:answer]


# --8<-- [start:memory]
def held():  # MiB that the process cannot give back; Linux keeps the account
    text = Path("/proc/self/smaps_rollup").read_text()
    return int(re.search(r"Anonymous: +(\d+)", text)[1]) // 1024


if __name__ == "__main__":
    print(f"the file: {Path('images.npy').stat().st_size / 2**20:.0f} MiB")
    before = held()
    whole = torch.tensor(np.load("images.npy"))
    print(f"np.load, all of it: about {round(held() - before, -1)} MiB more")
    del whole

    before = held()
    total = 0
    for batch in DataLoader(OnDisk("images.npy"), batch_size=50, shuffle=True):
        total += len(batch)
    print(
        f"on disk, one epoch: {total} images, {'under' if held() - before < 20 else 'over'} 20 MiB more"
    )
# > the file: 53 MiB
# ~ np.load, all of it: about 50 MiB more
# > on disk, one epoch: 2000 images, under 20 MiB more
# --8<-- [end:memory]

# --8<-- [start:workers]
if __name__ == "__main__":
    for method in ("fork", "spawn"):
        loader = DataLoader(
            OnDisk("images.npy"),
            batch_size=500,
            num_workers=2,
            multiprocessing_context=method,
        )
        print(f"{method}: {[batch[0, 0, 0, 0].item() for batch in loader]}")
# > fork: [0, 244, 232, 220]
# > spawn: [0, 244, 232, 220]
# --8<-- [end:workers]


# --8<-- [start:kept]
class KeepsMap(OnDisk):
    def __init__(self, path):
        super().__init__(path)
        self.images = np.load(path, mmap_mode="r")


if __name__ == "__main__":
    for kind in (OnDisk, KeepsMap):
        size = len(pickle.dumps(kind("images.npy")))
        print(f"{kind.__name__}: {size / 2**20:.0f} MiB for each worker")
# > OnDisk: 0 MiB for each worker
# > KeepsMap: 53 MiB for each worker
# --8<-- [end:kept]

# --8<-- [start:not-writable]
if __name__ == "__main__":
    images = np.load("images.npy", mmap_mode="r")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(images[0])
    print(str(caught[0].message).partition(". ")[0])
    print(torch.tensor(images[0]).shape)  # a copy of its own
# > The given NumPy array is not writable, and PyTorch does not support non-writable tensors
# > torch.Size([3, 96, 96])
# --8<-- [end:not-writable]

# --8<-- [start:unable]
if __name__ == "__main__":
    try:
        np.zeros((10_000_000, 3, 224, 224), dtype="float32")
    except MemoryError as error:
        print(error)
# > Unable to allocate 5.48 TiB for an array with shape (10000000, 3, 224, 224) and data type float32
# --8<-- [end:unable]
