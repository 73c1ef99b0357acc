# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.worker-killed"]
# ///
"""What the main process says when the system ends a worker. Here the worker sends the signal to itself."""

import gc
import os
import signal

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:killed]
class Doomed(Dataset):
    def __init__(self, number):
        self.number = number

    def __len__(self):
        return 1

    def __getitem__(self, index):
        os.kill(os.getpid(), self.number)


if __name__ == "__main__":
    for number in (
        signal.SIGKILL,
        signal.SIGBUS,
    ):  # out of memory, out of shared memory
        try:
            list(DataLoader(Doomed(number), num_workers=1))
        except RuntimeError as error:
            print(f"{type(error).__name__}: {error}")
            print(f"  because: {error.__cause__}")
        gc.collect()  # the next worker must not inherit the broken loader
# ~ RuntimeError: DataLoader worker (pid(s) 1911) exited unexpectedly
# ~   because: DataLoader worker (pid 1911) is killed by signal: Killed.
# ~ RuntimeError: DataLoader worker (pid(s) 1923) exited unexpectedly
# ~   because: DataLoader worker (pid 1923) is killed by signal: Bus error. It is possible that dataloader's workers are out of shared memory. Please try to raise your shared memory limit.
# --8<-- [end:killed]
