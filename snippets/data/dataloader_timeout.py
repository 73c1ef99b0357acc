# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""timeout turns a worker that hangs into an error."""

# --8<-- [start:timeout]
import time

from torch.utils.data import DataLoader, Dataset


class Hanging(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        time.sleep(3 * index)  # sample 1 hangs
        return index


if __name__ == "__main__":
    for timeout in (0, 1):
        loader = DataLoader(
            Hanging(),
            num_workers=1,
            timeout=timeout,
            multiprocessing_context="fork",  # starts at once; not on Windows
        )
        try:
            for batch in loader:
                print(f"timeout={timeout}: sample {batch.item()}")
        except RuntimeError as error:
            print(f"timeout={timeout}: {type(error).__name__}: {error}")
# > timeout=0: sample 0
# > timeout=0: sample 1
# > timeout=1: sample 0
# > timeout=1: RuntimeError: DataLoader timed out after 1 seconds
# --8<-- [end:timeout]
