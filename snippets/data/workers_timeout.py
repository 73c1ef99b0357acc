# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.worker-timeout"]
# ///
"""timeout: how long the main process waits for a batch before it gives up."""

import time

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:slow]
class OneSlowSample(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        if index == 1:
            time.sleep(3)
        return index


if __name__ == "__main__":
    loader = DataLoader(
        OneSlowSample(),
        num_workers=1,
        timeout=1,
        multiprocessing_context="fork",  # starts at once; not on Windows
    )
    try:
        for batch in loader:
            print(batch)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > tensor([0])
# > RuntimeError: DataLoader timed out after 1 seconds
# --8<-- [end:slow]
