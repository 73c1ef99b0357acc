# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=1.26"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.ddp-averages-gradients", "ddp.averages-individually"]
# ///
"""Two processes, half a batch each: DDP's averaged gradient is the gradient of the whole batch."""

import tempfile

import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
import torch.multiprocessing as mp
from torch import nn
from torch.nn.parallel import DistributedDataParallel


# --8<-- [start:worker]
def worker(rank, world_size, folder):
    meeting = f"file://{folder}/store"
    dist.init_process_group("gloo", meeting, rank=rank, world_size=world_size)
    torch.manual_seed(0)  # the same data and weights in every process
    inputs, targets = torch.randn(8, 3), torch.randn(8, 1)
    model, criterion = nn.Linear(3, 1), nn.MSELoss()

    def gradient(model, rows):
        model.zero_grad()
        criterion(model(inputs[rows]), targets[rows]).backward()
        weight = next(model.parameters())  # (1, 3)
        return [round(grad, 4) for grad in weight.grad[0].tolist()]

    mine = slice(rank * 4, rank * 4 + 4)  # half the batch
    report = {
        "whole batch": gradient(model, slice(0, 8)),
        "own half": gradient(model, mine),
        "DDP": gradient(DistributedDataParallel(model), mine),
    }

    reports = [None] * world_size
    dist.all_gather_object(reports, report)
    if rank == 0:  # one process prints, or the lines get mixed
        for name in report:
            for number, each in enumerate(reports):
                print(f"rank {number}  {name:11} {each[name]}")
    dist.destroy_process_group()


# --8<-- [end:worker]
# --8<-- [start:spawn]
if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        # calls worker(0, 2, folder) and worker(1, 2, folder), each in a new process
        mp.spawn(worker, args=(2, folder), nprocs=2)
# > rank 0  whole batch [0.7534, -1.9788, -2.2229]
# > rank 1  whole batch [0.7534, -1.9788, -2.2229]
# > rank 0  own half    [0.8574, -1.7312, -1.1939]
# > rank 1  own half    [0.6494, -2.2264, -3.2518]
# > rank 0  DDP         [0.7534, -1.9788, -2.2229]
# > rank 1  DDP         [0.7534, -1.9788, -2.2229]
# --8<-- [end:spawn]
