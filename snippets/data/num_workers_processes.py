# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.num-workers-subprocesses"]
# ///
"""num_workers is a number of subprocesses; each one holds a copy of the dataset and makes whole batches."""

# --8<-- [start:answer]
from torch.utils.data import DataLoader

if __name__ == "__main__":  # workers may import this file
    loader = DataLoader(
        range(1000), batch_size=64, num_workers=2, persistent_workers=True
    )
# --8<-- [end:answer]

import os

import torch
from torch.utils.data import Dataset, get_worker_info


# --8<-- [start:who]
class WhoLoads(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        return os.getpid()


if __name__ == "__main__":
    for num_workers in (0, 2):
        loader = DataLoader(WhoLoads(), batch_size=2, num_workers=num_workers)
        pids = {pid.item() for batch in loader for pid in batch}
        print(
            f"{num_workers=}: {len(loader)} batches, loading processes: {len(pids)}, the main process is one of them: {os.getpid() in pids}"
        )
# > num_workers=0: 4 batches, loading processes: 1, the main process is one of them: True
# > num_workers=2: 4 batches, loading processes: 2, the main process is one of them: False
# --8<-- [end:who]


# --8<-- [start:copies]
class Counting(Dataset):
    def __init__(self):
        self.calls = 0

    def __len__(self):
        return 8

    def __getitem__(self, index):
        self.calls += 1
        return index, get_worker_info().id, self.calls


if __name__ == "__main__":
    dataset = Counting()
    for index, worker, calls in DataLoader(dataset, batch_size=2, num_workers=2):
        print(
            f"batch {index.tolist()} comes from worker {worker[0]}, its calls so far: {calls.tolist()}"
        )
    print(f"in the main process: {dataset.calls=} {get_worker_info()=}")
# > batch [0, 1] comes from worker 0, its calls so far: [1, 2]
# > batch [2, 3] comes from worker 1, its calls so far: [1, 2]
# > batch [4, 5] comes from worker 0, its calls so far: [3, 4]
# > batch [6, 7] comes from worker 1, its calls so far: [3, 4]
# > in the main process: dataset.calls=0 get_worker_info()=None
# --8<-- [end:copies]


# --8<-- [start:threads]
class Threads(Dataset):
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return torch.get_num_threads()


if __name__ == "__main__":
    torch.set_num_threads(2)
    print(f"threads in the main process: {torch.get_num_threads()}")
    [in_worker] = DataLoader(Threads(), num_workers=1)
    print(f"threads in the worker: {in_worker.item()}")
# > threads in the main process: 2
# > threads in the worker: 1
# --8<-- [end:threads]
