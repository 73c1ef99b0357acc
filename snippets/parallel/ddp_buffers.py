# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.ddp-buffers", "two.ddp-module-prefix", "mis.eval-inside-ddp-one-rank", "two.mismatched-collective"]
# ///
"""What the wrapper adds: rank 0's buffers for everyone, a prefix in the keys, and a forward that every rank must call."""

from datetime import timedelta

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from torchbyexample.ddp import launch


# --8<-- [start:buffers]
def buffers(rank):
    # momentum=1: running_mean is the mean of the last batch
    model = nn.BatchNorm1d(1, momentum=1.0)
    ddp = DistributedDataParallel(model)
    ddp(torch.full((4, 1), 10.0 * (rank + 1)))
    own = model.running_mean.item()
    ddp.eval()
    ddp(torch.zeros(4, 1))  # evaluation changes no statistics, yet:
    return f"running_mean {own} -> {model.running_mean.item()}"


# --8<-- [end:buffers]
# --8<-- [start:save]
def save(rank):
    ddp = DistributedDataParallel(nn.Linear(1, 1))
    if rank == 0:
        torch.save(ddp.module.state_dict(), "model.pt")
    dist.barrier()  # nobody reads before rank 0 has written
    state = torch.load("model.pt", map_location="cpu")
    return f"wrapper {list(ddp.state_dict())}, file {list(state)}"


# --8<-- [end:save]
# --8<-- [start:alone]
def alone(rank):
    group = dist.new_group(timeout=timedelta(seconds=4))
    reports = []
    for layer in (nn.Linear(1, 1), nn.BatchNorm1d(1)):
        ddp = DistributedDataParallel(layer, process_group=group).eval()
        report = "is not asked"
        if rank == 0:  # rank 1 does not call the model
            try:
                report = f"{tuple(ddp(torch.ones(4, 1)).shape)}"
            except RuntimeError as error:
                report = f"{type(error).__name__} after 4 seconds"
            report += f", .module {tuple(ddp.module(torch.ones(4, 1)).shape)}"
        dist.barrier()
        reports.append(f"{type(layer).__name__}: {report}")
    return ", ".join(reports)


# --8<-- [end:alone]
def worker(rank):
    return [buffers(rank), save(rank), alone(rank)]


# --8<-- [start:run]
if __name__ == "__main__":
    reports = launch(worker, 2)
    for fact in range(3):
        for rank in (0, 1):
            print(f"rank {rank}: {reports[rank][fact]}")
    print(f"timeout by default: {dist.constants.default_pg_timeout}")
# > rank 0: running_mean 10.0 -> 10.0
# > rank 1: running_mean 20.0 -> 10.0
# > rank 0: wrapper ['module.weight', 'module.bias'], file ['weight', 'bias']
# > rank 1: wrapper ['module.weight', 'module.bias'], file ['weight', 'bias']
# > rank 0: Linear: (4, 1), .module (4, 1), BatchNorm1d: RuntimeError after 4 seconds, .module (4, 1)
# > rank 1: Linear: is not asked, BatchNorm1d: is not asked
# > timeout by default: 0:30:00
# --8<-- [end:run]
