# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""A worker that ends without an exception: the main process sees only that it is gone."""

import gc
import os
import signal
import sys

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:exited]
class Leaving(Dataset):
    def __init__(self, leave):
        self.leave = leave

    def __len__(self):
        return 1

    def __getitem__(self, index):
        self.leave()


def leave():
    sys.exit("no such file: labels.csv")  # somewhere in the data's code


def crash():
    os.kill(os.getpid(), signal.SIGSEGV)  # as a broken C extension would


if __name__ == "__main__":
    for way in (leave, crash):
        try:
            list(DataLoader(Leaving(way), num_workers=1))
        except RuntimeError as error:
            print(f"{type(error).__name__}: {error}")
            print(f"  because: {str(error.__cause__).split('. ')[0]}")
        gc.collect()  # the next worker must not inherit the broken loader
# ~ RuntimeError: DataLoader worker (pid(s) 3) exited unexpectedly
# ~   because: DataLoader worker (pid 3) exited unexpectedly with exit code 1
# ~ RuntimeError: DataLoader worker (pid(s) 5) exited unexpectedly
# ~   because: DataLoader worker (pid 5) is killed by signal: Segmentation fault
# --8<-- [end:exited]

# --8<-- [start:zero]
if __name__ == "__main__":
    try:
        list(DataLoader(Leaving(leave), num_workers=0))
    except SystemExit as error:
        print(f"{type(error).__name__}: {error}")
# > SystemExit: no such file: labels.csv
# --8<-- [end:zero]
