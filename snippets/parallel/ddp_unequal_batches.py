# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.ddp-unequal-shards"]
# ///
"""Six samples on one rank and two on the other: the plain mean is not the whole batch's gradient, a weighted one is."""

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from torchbyexample.ddp import launch


# --8<-- [start:unequal]
def worker(rank):
    torch.manual_seed(0)
    inputs, targets = torch.randn(8, 3), torch.randn(8, 1)
    model, criterion = nn.Linear(3, 1), nn.MSELoss()
    criterion(model(inputs), targets).backward()
    whole = model.weight.grad.clone()

    mine = slice(0, 6) if rank == 0 else slice(6, 8)
    ddp = DistributedDataParallel(model)
    model.zero_grad()
    criterion(ddp(inputs[mine]), targets[mine]).backward()
    plain = torch.allclose(model.weight.grad, whole)

    model.zero_grad()
    weight = len(inputs[mine]) * 2 / 8  # own samples x processes / all samples
    (criterion(ddp(inputs[mine]), targets[mine]) * weight).backward()
    weighted = torch.allclose(model.weight.grad, whole)
    return f"plain mean equal: {plain}, weighted mean equal: {weighted}"


if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 2)):
        print(f"rank {rank}: {report}")
# > rank 0: plain mean equal: False, weighted mean equal: True
# > rank 1: plain mean equal: False, weighted mean equal: True
# --8<-- [end:unequal]
