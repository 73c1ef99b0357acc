# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""DistributedSampler without a process: num_replicas and rank say whose share it is; set_epoch draws a new order."""

import torch
from torch.utils.data import DistributedSampler, Sampler

# --8<-- [start:ranks]
dataset = range(8)
for rank in range(2):
    ordered = DistributedSampler(dataset, num_replicas=2, rank=rank, shuffle=False)
    mixed = DistributedSampler(dataset, num_replicas=2, rank=rank, seed=0)
    print(f"rank {rank}: shuffle=False {list(ordered)}, default {list(mixed)}")
# > rank 0: shuffle=False [0, 2, 4, 6], default [4, 7, 2, 1]
# > rank 1: shuffle=False [1, 3, 5, 7], default [0, 3, 5, 6]
# --8<-- [end:ranks]

# --8<-- [start:epochs]
sampler = DistributedSampler(dataset, num_replicas=2, rank=0)
print("without set_epoch:", [list(sampler) for epoch in range(3)])
# > without set_epoch: [[4, 7, 2, 1], [4, 7, 2, 1], [4, 7, 2, 1]]
orders = []
for epoch in range(3):
    sampler.set_epoch(epoch)
    orders.append(list(sampler))
print("with set_epoch:   ", orders)
# > with set_epoch:    [[4, 7, 2, 1], [5, 2, 7, 1], [0, 7, 6, 1]]
# --8<-- [end:epochs]

# --8<-- [start:seeds]
shares = [
    list(DistributedSampler(dataset, num_replicas=2, rank=rank, seed=rank))
    for rank in range(2)
]
print(f"a seed of its own for each rank: {shares}")
# > a seed of its own for each rank: [[4, 7, 2, 1], [4, 6, 3, 0]]
print(f"drawn twice: {sorted(set(shares[0]) & set(shares[1]))}")
# > drawn twice: [4]
# --8<-- [end:seeds]


# --8<-- [start:weighted]
class WeightedShare(Sampler[int]):
    def __init__(self, weights, num_replicas, rank):
        self.weights, self.num_replicas, self.rank = weights, num_replicas, rank
        self.epoch = 0

    def __len__(self):
        return len(self.weights) // self.num_replicas

    def __iter__(self):
        generator = torch.Generator().manual_seed(self.epoch)  # alike on all ranks
        count = len(self) * self.num_replicas
        drawn = torch.multinomial(
            self.weights, count, replacement=True, generator=generator
        )
        return iter(drawn[self.rank :: self.num_replicas].tolist())


weights = torch.tensor([1.0] * 6 + [3.0] * 2)  # samples 6 and 7 are rare
for rank in range(2):
    share = WeightedShare(weights, num_replicas=2, rank=rank)
    orders = []
    for epoch in range(2):
        share.epoch = epoch
        orders.append(list(share))
    print(f"rank {rank}: {orders}")
# > rank 0: [[7, 5, 6, 2], [0, 2, 6, 5]]
# > rank 1: [[6, 7, 7, 4], [2, 2, 1, 6]]
# --8<-- [end:weighted]

# --8<-- [start:no-group]
try:
    DistributedSampler(dataset)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Default process group has not been initialized, please make sure to call init_process_group.
try:
    DistributedSampler(dataset, num_replicas=2, rank=2)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Invalid rank 2, rank should be in the interval [0, 1]
# --8<-- [end:no-group]
