# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""prefetch_factor: how many batches each worker prepares ahead."""

import time

import torch
from torch.utils.data import DataLoader, Dataset


# --8<-- [start:ahead]
class Ticked(Dataset):
    def __init__(self):
        self.loaded = torch.zeros(
            64, dtype=torch.bool
        ).share_memory_()  # seen by all processes

    def __len__(self):
        return 64

    def __getitem__(self, index):
        self.loaded[index] = True
        return index


if __name__ == "__main__":
    loader = DataLoader(Ticked(), num_workers=2)
    print(f"default: {loader.prefetch_factor=}")
    for num_workers, prefetch_factor in ((1, 1), (1, 2), (2, 2), (2, 4)):
        dataset = Ticked()
        loader = DataLoader(
            dataset, num_workers=num_workers, prefetch_factor=prefetch_factor
        )
        batches = iter(loader)
        next(batches)
        time.sleep(1)  # a slow first training step: the workers go on
        print(
            f"{num_workers=} {prefetch_factor=}: batches ready and waiting: {dataset.loaded.sum() - 1}"
        )
# > default: loader.prefetch_factor=2
# > num_workers=1 prefetch_factor=1: batches ready and waiting: 1
# > num_workers=1 prefetch_factor=2: batches ready and waiting: 2
# > num_workers=2 prefetch_factor=2: batches ready and waiting: 4
# > num_workers=2 prefetch_factor=4: batches ready and waiting: 8
# --8<-- [end:ahead]

# --8<-- [start:error]
if __name__ == "__main__":
    for option in ({"prefetch_factor": 4}, {"persistent_workers": True}):
        try:
            DataLoader(range(8), **option)
        except ValueError as error:
            print(f"{type(error).__name__}: {error}")
# > ValueError: prefetch_factor option could only be specified in multiprocessing.let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.
# > ValueError: persistent_workers option needs num_workers > 0
# --8<-- [end:error]
