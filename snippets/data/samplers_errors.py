# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Errors of samplers, and the lines that mend them."""

import torch
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    RandomSampler,
    Subset,
    SubsetRandomSampler,
    WeightedRandomSampler,
)

# --8<-- [start:shuffle]
dataset = list(range(6))
sampler = RandomSampler(dataset)
try:
    DataLoader(dataset, sampler=sampler, shuffle=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: sampler option is mutually exclusive with shuffle

print(len(DataLoader(dataset, sampler=sampler)))
# > 6
# --8<-- [end:shuffle]

# --8<-- [start:wrong-dataset]
part = Subset(dataset, [3, 4, 5])
try:
    list(DataLoader(part, sampler=SubsetRandomSampler([3, 4, 5])))
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: list index out of range

torch.manual_seed(0)
print([batch.item() for batch in DataLoader(part, shuffle=True)])
# > [3, 5, 4]
print(
    [b.item() for b in DataLoader(dataset, sampler=SubsetRandomSampler([3, 4, 5]))]
)
# > [4, 5, 3]
# --8<-- [end:wrong-dataset]

# --8<-- [start:replacement]
try:
    list(WeightedRandomSampler([1.0, 1.0, 1.0], 5, replacement=False))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement

torch.manual_seed(0)
print(list(WeightedRandomSampler([1.0, 1.0, 1.0], 5)))
# > [2, 2, 1, 2, 1]
# --8<-- [end:replacement]

# --8<-- [start:weights]
counts = torch.tensor([4, 0, 2]).float()  # class 1 has no sample
weights = 1 / counts
try:
    list(WeightedRandomSampler(weights, 3))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: invalid multinomial distribution (encountering probability entry = infinity or NaN)

targets = torch.tensor([0, 0, 0, 0, 2, 2])
print((1 / targets.bincount()[targets]).tolist())  # only classes that occur
# > [0.25, 0.25, 0.25, 0.25, 0.5, 0.5]
# --8<-- [end:weights]

# --8<-- [start:batches]
batches = BatchSampler(sampler, batch_size=2, drop_last=False)
try:
    next(iter(DataLoader(dataset, sampler=batches)))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: list indices must be integers or slices, not list
print(next(iter(DataLoader(dataset, batch_sampler=batches))).shape)
# > torch.Size([2])
# --8<-- [end:batches]
