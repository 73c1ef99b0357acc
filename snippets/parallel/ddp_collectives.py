# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
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
    # everybody's, everywhere
    dist.all_gather(gathered, torch.tensor([rank * 10.0]))

    part = torch.zeros(1)
    pieces = [torch.tensor([1.0]), torch.tensor([2.0]), torch.tensor([3.0])]
    dist.reduce_scatter(part, pieces)  # the sum, one piece for each rank

    dist.barrier()  # nobody goes on before all are here

    # Rank 0 takes another order: no error, and no right sum (3 and 300).
    first, second = torch.tensor([1.0]), torch.tensor([100.0])
    for value in (first, second) if rank == 0 else (second, first):
        dist.all_reduce(value)

    return {
        "all_reduce": total.tolist(),
        "broadcast": copied.tolist(),
        "all_gather": torch.cat(gathered).tolist(),
        "reduce_scatter": part.tolist(),
        "wrong order": [first.item(), second.item()],
    }


# --8<-- [end:worker]
# --8<-- [start:run]
if __name__ == "__main__":
    reports = launch(worker, 3)
    for name in reports[0]:
        for rank, report in enumerate(reports):
            print(f"rank {rank}  {name:14} {report[name]}")
# > rank 0  all_reduce     [3.0]
# > rank 1  all_reduce     [3.0]
# > rank 2  all_reduce     [3.0]
# > rank 0  broadcast      [2.0]
# > rank 1  broadcast      [2.0]
# > rank 2  broadcast      [2.0]
# > rank 0  all_gather     [0.0, 10.0, 20.0]
# > rank 1  all_gather     [0.0, 10.0, 20.0]
# > rank 2  all_gather     [0.0, 10.0, 20.0]
# > rank 0  reduce_scatter [3.0]
# > rank 1  reduce_scatter [6.0]
# > rank 2  reduce_scatter [9.0]
# > rank 0  wrong order    [201.0, 102.0]
# > rank 1  wrong order    [102.0, 201.0]
# > rank 2  wrong order    [102.0, 201.0]
# --8<-- [end:run]
# --8<-- [start:cores]
if __name__ == "__main__":
    print(f"cores of this machine: {os.cpu_count()}")
# ~ cores of this machine: 2
# --8<-- [end:cores]
