# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
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

    inputs = torch.full((1, 1), rank + 1.0)  # d output / d weight: 1 on rank 0, 2 on rank 1
    with ddp.no_sync():
        ddp(inputs).sum().backward()
    alone = model.weight.grad.item()
    ddp(inputs).sum().backward()  # adds, then averages what has been collected

    loss = torch.tensor(10.0 * (rank + 1))
    return (
        f"weight {before:7.4f} -> {after:7.4f}   gradient in no_sync {alone}, after {model.weight.grad.item()}   "
        f"loss {loss.item()}, mean {mean_over_ranks(loss).item()}"
    )


# --8<-- [end:worker]
# --8<-- [start:run]
if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 2)):
        print(f"rank {rank}: {report}")
# > rank 0: weight -0.0075 -> -0.0075   gradient in no_sync 1.0, after 3.0   loss 10.0, mean 15.0
# > rank 1: weight  0.5153 -> -0.0075   gradient in no_sync 2.0, after 3.0   loss 20.0, mean 15.0
# --8<-- [end:run]
