# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.ddp-initial-broadcast", "two.ddp-loss-is-local", "two.ddp-no-sync"]
# ///
"""Weights are copied once, gradients are averaged in backward(), losses stay where they are."""

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from torchbyexample.ddp import launch, mean_over_ranks


# --8<-- [start:worker]
def worker(rank):
    torch.manual_seed(rank)  # each process starts from other weights
    model = nn.Linear(1, 1, bias=False)
    before = model.weight.item()
    ddp = DistributedDataParallel(model)
    after = model.weight.item()

    # d output / d weight is 1 on rank 0 and 2 on rank 1
    inputs = torch.full((1, 1), rank + 1.0)
    with ddp.no_sync():
        ddp(inputs).sum().backward()
    alone = model.weight.grad.item()
    ddp(inputs).sum().backward()  # adds, then averages what has been collected

    loss = torch.tensor(10.0 * (rank + 1))
    return {
        "weight": (before, after),
        "gradient": (alone, model.weight.grad.item()),
        "loss": (loss.item(), mean_over_ranks(loss).item()),
    }


# --8<-- [end:worker]
# --8<-- [start:run]
if __name__ == "__main__":
    reports = launch(worker, 2)
    for name in reports[0]:
        for rank, report in enumerate(reports):
            own, shared = report[name]
            print(f"rank {rank}  {name:9} {own:7.4f} -> {shared:7.4f}")
# > rank 0  weight    -0.0075 -> -0.0075
# > rank 1  weight     0.5153 -> -0.0075
# > rank 0  gradient   1.0000 ->  3.0000
# > rank 1  gradient   2.0000 ->  3.0000
# > rank 0  loss      10.0000 -> 15.0000
# > rank 1  loss      20.0000 -> 15.0000
# --8<-- [end:run]
