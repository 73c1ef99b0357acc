# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""An exact validation metric over ranks: count, add the counts up, divide once."""

import torch
import torch.distributed as dist
from torch.utils.data import DistributedSampler

from torchbyexample.ddp import launch, mean_over_ranks


# --8<-- [start:metric]
def worker(rank):
    right = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0])  # 3 of 5 samples are right
    sampler = DistributedSampler(right, shuffle=False)  # hands one out twice
    mean = mean_over_ranks(right[list(sampler)].mean())

    mine = right[rank :: dist.get_world_size()]  # 3 samples here, 2 there
    unequal = mean_over_ranks(mine.mean())
    counts = torch.tensor([mine.sum(), len(mine)])
    dist.all_reduce(counts)  # the sum over all ranks
    return {
        "sampler, mean of means": mean.item(),
        "unequal, mean of means": unequal.item(),
        "counts": (counts[0] / counts[1]).item(),
    }


if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 2)):
        print(
            f"rank {rank}: { {name: round(value, 2) for name, value in report.items()} }"
        )
# > rank 0: {'sampler, mean of means': 0.67, 'unequal, mean of means': 0.58, 'counts': 0.6}
# > rank 1: {'sampler, mean of means': 0.67, 'unequal, mean of means': 0.58, 'counts': 0.6}
# --8<-- [end:metric]
