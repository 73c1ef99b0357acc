# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The two ways that most trainings need, in a group of one process."""

# --8<-- [start:answer]
import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
from torch import nn
from torch.distributed.fsdp import fully_shard
from torch.nn.parallel import DistributedDataParallel

# a group of one, to try it; torchrun makes real ones
dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)

model = DistributedDataParallel(nn.Linear(2, 1))  # the whole model in each process
sharded = fully_shard(nn.Linear(2, 1))  # a part of it in each process
for each in (model, sharded):
    print(type(each).__name__, tuple(each(torch.ones(3, 2)).shape))
# > DistributedDataParallel (3, 1)
# > FSDPLinear (3, 1)
# --8<-- [end:answer]

dist.destroy_process_group()
