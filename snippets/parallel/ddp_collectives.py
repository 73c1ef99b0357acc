# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["two.collectives", "ddp.no-coordinating-gpu", "ddp.process-per-cpu"]
# ///
"""The collectives under DDP: every rank calls, every rank gets its part, and none is the master."""

import os

import torch
import torch.distributed as dist

from torchbyexample.ddp import launch


# --8<-- [start:worker]
def worker(rank):
    total = torch.tensor([float(rank)])
    dist.all_reduce(total)  # the sum, on every rank

    copied = torch.tensor([float(rank)])
    dist.broadcast(copied, src=2)  # rank 2's value, on every rank

    gathered = [torch.zeros(1) for _ in range(3)]
    dist.all_gather(gathered, torch.tensor([rank * 10.0]))  # everybody's, on every rank

    part = torch.zeros(1)
    dist.reduce_scatter(part, [torch.tensor([1.0 + column]) for column in range(3)])  # the sum, cut in three

    return (
        f"all_reduce {total.item()}, broadcast {copied.item()}, all_gather {[t.item() for t in gathered]}, "
        f"reduce_scatter {part.item()}, of {dist.get_world_size()} processes"
    )


# --8<-- [end:worker]
# --8<-- [start:run]
if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 3)):
        print(f"rank {rank}: {report}")
# > rank 0: all_reduce 3.0, broadcast 2.0, all_gather [0.0, 10.0, 20.0], reduce_scatter 3.0, of 3 processes
# > rank 1: all_reduce 3.0, broadcast 2.0, all_gather [0.0, 10.0, 20.0], reduce_scatter 6.0, of 3 processes
# > rank 2: all_reduce 3.0, broadcast 2.0, all_gather [0.0, 10.0, 20.0], reduce_scatter 9.0, of 3 processes
# --8<-- [end:run]
# --8<-- [start:cores]
if __name__ == "__main__":
    print(f"cores of this machine: {os.cpu_count()}")
# ~ cores of this machine: 2
# --8<-- [end:cores]
