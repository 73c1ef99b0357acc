# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Two ranks without a message: each has the same data, and one has a batch more than the other."""

# --8<-- [start:ranks]
import torch
import torch.distributed as dist
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler

from torchbyexample.ddp import launch


def worker(rank):
    rows = torch.arange(6)
    alike = DataLoader(rows, 3)
    share = DataLoader(rows, 3, sampler=DistributedSampler(rows, shuffle=False))
    first = [next(iter(loader)).tolist() for loader in (alike, share)]
    batches = torch.tensor([4 + rank])  # an own split of the files, say
    everyone = [torch.zeros_like(batches) for _ in range(2)]
    dist.all_gather(everyone, batches)  # before the loop: compare the numbers
    return first, torch.cat(everyone).tolist()


if __name__ == "__main__":
    for rank, (first, batches) in enumerate(launch(worker, 2)):
        print(f"rank {rank}: no sampler {first[0]}, sampler {first[1]}, {batches=}")
# > rank 0: no sampler [0, 1, 2], sampler [0, 2, 4], batches=[4, 5]
# > rank 1: no sampler [0, 1, 2], sampler [1, 3, 5], batches=[4, 5]
# --8<-- [end:ranks]
