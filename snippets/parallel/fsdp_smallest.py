# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.fsdp2-cpu"]
# ///
"""fully_shard on two CPU processes: each holds half of every tensor, and trains as the whole model would."""

# --8<-- [start:answer]
import copy

import torch
from torch import nn
from torch.distributed.fsdp import fully_shard

from torchbyexample.ddp import launch


def shard(model):
    for layer in model:
        if isinstance(layer, nn.Linear):
            fully_shard(layer)  # gathered when it is needed, one at a time
    return fully_shard(model)  # the rest; changes the model in place


# --8<-- [end:answer]


# --8<-- [start:smallest]
def worker(rank):
    torch.manual_seed(0)  # the same data and weights in every process
    inputs, targets = torch.randn(8, 4), torch.randn(8, 2)
    model = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2))
    alone, criterion = copy.deepcopy(model), nn.MSELoss()

    shard(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)  # after sharding
    optimizer_alone = torch.optim.Adam(alone.parameters(), lr=0.01)
    mine = slice(rank * 4, rank * 4 + 4)  # half of the batch, as with DDP
    for _ in range(5):
        optimizer.zero_grad()
        criterion(model(inputs[mine]), targets[mine]).backward()
        optimizer.step()

        optimizer_alone.zero_grad()
        criterion(alone(inputs), targets).backward()
        optimizer_alone.step()

    weight = model[0].weight
    whole = weight.full_tensor()  # gathered: every rank must call it
    return [
        f"{type(weight).__name__} {tuple(weight.shape)}, "
        f"held here {tuple(weight.to_local().shape)}",
        f"as one process: {torch.allclose(whole, alone[0].weight, atol=1e-6)}",
    ]


if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 2)):
        print(f"rank {rank}:", *report, sep="\n  ")
# > rank 0:
# >   DTensor (6, 4), held here (3, 4)
# >   as one process: True
# > rank 1:
# >   DTensor (6, 4), held here (3, 4)
# >   as one process: True
# --8<-- [end:smallest]
