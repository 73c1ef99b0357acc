# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""With workers, collate_fn runs in the worker process; only the finished batch comes back."""

import os

from torch.utils.data import DataLoader


# --8<-- [start:worker]
def collate(samples):
    return samples, os.getpid()


if __name__ == "__main__":
    for num_workers in (0, 1):
        loader = DataLoader(
            [1, 2], batch_size=2, collate_fn=collate, num_workers=num_workers
        )
        samples, process = next(iter(loader))
        print(
            f"{num_workers=}: {samples}, ran in the main process: {process == os.getpid()}"
        )
# > num_workers=0: [1, 2], ran in the main process: True
# > num_workers=1: [1, 2], ran in the main process: False
# --8<-- [end:worker]
