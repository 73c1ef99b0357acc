# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2", "h5py>=3.11"]
#
# [tool.tbe]
# alone = true
# timeout = 180
# ///
"""HDF5 in a dataset: open the file in the worker, and cut it into chunks of the size that you read."""

import time

import h5py
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

# --8<-- [start:write]
if __name__ == "__main__":
    images = np.zeros((256, 3, 64, 64), dtype="float32")
    images[:] = np.arange(256)[:, None, None, None]
    with h5py.File("images.h5", "w") as file:
        for name, size in (("in_ones", 1), ("in_64s", 64)):
            file.create_dataset(
                name,
                data=images,
                chunks=(size, 3, 64, 64),
                compression="gzip",
            )


# --8<-- [end:write]


# --8<-- [start:late]
class OpensLate(Dataset):
    def __init__(self, path, name):
        self.path, self.name, self.images = path, name, None
        with h5py.File(path) as file:
            self.length = len(file[name])

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if self.images is None:  # the first sample in this process
            self.images = h5py.File(self.path)[self.name]
        return torch.tensor(self.images[index])


if __name__ == "__main__":
    for method in ("fork", "spawn"):
        loader = DataLoader(
            OpensLate("images.h5", "in_ones"),
            batch_size=64,
            num_workers=2,
            multiprocessing_context=method,
        )
        print(f"{method}: {[batch[0, 0, 0, 0].item() for batch in loader]}")
# > fork: [0.0, 64.0, 128.0, 192.0]
# > spawn: [0.0, 64.0, 128.0, 192.0]
# --8<-- [end:late]


# --8<-- [start:early]
class OpensEarly(OpensLate):
    def __init__(self, path, name):
        super().__init__(path, name)
        self.images = h5py.File(path)[name]


if __name__ == "__main__":
    early = OpensEarly("images.h5", "in_ones")
    try:
        next(
            iter(DataLoader(early, num_workers=1, multiprocessing_context="spawn"))
        )
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: h5py objects cannot be pickled
# ! UserWarning: Got pickle error when attempting to start a worker Process. This might be because the worker Process arguments are not picklable. Python 3.14+ changed the multiprocessing start method in non-Mac POSIX platforms to 'forkserver', which requires the worker Process arguments to be picklable. You can also try multiprocessing.set_start_method('fork').
# --8<-- [end:early]

# --8<-- [start:chunks]
if __name__ == "__main__":
    order = torch.randperm(256, generator=torch.Generator().manual_seed(0)).tolist()
    seconds = {}
    for name in ("in_ones", "in_64s"):
        dataset = OpensLate("images.h5", name)
        dataset[0]  # opens the file
        begin = time.perf_counter()
        for index in order[:64]:
            dataset[index]
        seconds[name] = time.perf_counter() - begin
    ratio = seconds["in_64s"] / seconds["in_ones"]
    print(f"chunks of 64 images take {ratio:.0f} times as long")
    print(f"more than 5 times: {ratio > 5}")
# ~ chunks of 64 images take 153 times as long
# > more than 5 times: True
# --8<-- [end:chunks]

# --8<-- [start:order]
if __name__ == "__main__":
    with h5py.File("images.h5") as file:
        try:
            file["in_ones"][[3, 1, 2]]
        except TypeError as error:
            print(f"{type(error).__name__}: {error}")
        rows = np.array([3, 1, 2])
        ascending = np.argsort(rows)
        read = file["in_ones"][rows[ascending]]
        print(read[np.argsort(ascending)][:, 0, 0, 0])  # in the order asked for
# > TypeError: Indexing elements must be in increasing order
# > [3. 1. 2.]
# --8<-- [end:order]
