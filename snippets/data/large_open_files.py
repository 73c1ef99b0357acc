# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Every tensor that comes from a worker holds an open file on Linux: a list of batches runs into the limit."""

import resource
import subprocess
import sys
import time

import torch
from torch.utils.data import DataLoader, Dataset


# --8<-- [start:kept]
class Small(Dataset):
    def __len__(self):
        return 400

    def __getitem__(self, index):
        return torch.full((2,), float(index))


if __name__ == "__main__":
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, limit[1]))  # a low limit
    print(f"{torch.multiprocessing.get_sharing_strategy()=}")
    try:
        kept = [batch for batch in DataLoader(Small(), num_workers=1)]  # noqa: C416
    except RuntimeError as error:
        for sentence in str(error).split(". "):
            print(sentence)
# > torch.multiprocessing.get_sharing_strategy()='file_descriptor'
# > Too many open files
# > Communication with the workers is no longer possible
# > Please increase the limit using `ulimit -n` in the shell or change the sharing strategy by calling `torch.multiprocessing.set_sharing_strategy('file_system')` at the beginning of your code
# --8<-- [end:kept]

# --8<-- [start:mended]
if __name__ == "__main__":
    used = sum(1 for batch in DataLoader(Small(), num_workers=1))
    print(f"used and let go: {used} batches")
    copies = [batch.clone() for batch in DataLoader(Small(), num_workers=1)]
    print(f"kept as copies: {len(copies)} batches")
# > used and let go: 400 batches
# > kept as copies: 400 batches
# --8<-- [end:mended]

# --8<-- [start:strategy]
program = """
import resource

import torch
from torch.utils.data import DataLoader

torch.multiprocessing.set_sharing_strategy("file_system")

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
    kept = list(DataLoader(torch.zeros(400, 2), num_workers=1))
    print(f"file_system: {len(kept)} batches kept")
"""
if __name__ == "__main__":
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True
    )
    print(run.stdout.strip())
# > file_system: 400 batches kept
# --8<-- [end:strategy]

if __name__ == "__main__":
    time.sleep(4)  # its manager, torch_shm_manager, ends by itself

# --8<-- [start:never-closed]
if __name__ == "__main__":
    with open("sample.txt", "w") as file:
        file.write("1")
    try:
        files = [open("sample.txt") for _ in range(200)]  # noqa: SIM115
    except OSError as error:
        print(f"{type(error).__name__}: {error}")
# > OSError: [Errno 24] Too many open files: 'sample.txt'
# --8<-- [end:never-closed]
