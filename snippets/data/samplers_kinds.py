# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The samplers of torch.utils.data, and what their arguments change."""

import torch
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    RandomSampler,
    SequentialSampler,
    SubsetRandomSampler,
    WeightedRandomSampler,
)

# --8<-- [start:kinds]
dataset = range(6)
torch.manual_seed(0)
print(f"sequential       {list(SequentialSampler(dataset))}")
# > sequential       [0, 1, 2, 3, 4, 5]
print(f"random           {list(RandomSampler(dataset))}")
# > random           [0, 1, 2, 3, 5, 4]
print(f"random, 3 of 6   {list(RandomSampler(dataset, num_samples=3))}")
# > random, 3 of 6   [0, 4, 3]
print(f"replacement      {list(RandomSampler(dataset, replacement=True))}")
# > replacement      [5, 1, 5, 3, 1, 0]
print(f"subset           {list(SubsetRandomSampler([1, 3, 5]))}")
# > subset           [3, 5, 1]
print(f"weighted         {list(WeightedRandomSampler([0, 0, 1, 1, 2, 2], 6))}")
# > weighted         [4, 5, 3, 4, 4, 3]
ordered = SequentialSampler(dataset)
print(f"batches          {list(BatchSampler(ordered, 4, drop_last=False))}")
# > batches          [[0, 1, 2, 3], [4, 5]]
# --8<-- [end:kinds]

# --8<-- [start:loader]
for shuffle in (False, True):
    loader = DataLoader(dataset, batch_size=4, shuffle=shuffle)
    print(f"shuffle={shuffle}: {type(loader.sampler).__name__}", end=", ")
    print(f"{type(loader.batch_sampler).__name__}")
# > shuffle=False: SequentialSampler, BatchSampler
# > shuffle=True: RandomSampler, BatchSampler
# --8<-- [end:loader]

# --8<-- [start:length]
sampler = RandomSampler(range(1000), num_samples=200)
loader = DataLoader(range(1000), batch_size=50, sampler=sampler)
print(f"{len(sampler)=} {len(loader)=} {len(loader.dataset)=}")
# > len(sampler)=200 len(loader)=4 len(loader.dataset)=1000
# --8<-- [end:length]


# --8<-- [start:generator]
def first(of_sampler, of_loader):
    torch.rand(1)  # other code draws random numbers, too
    make = torch.Generator().manual_seed
    sampler = RandomSampler(dataset, generator=make(7) if of_sampler else None)
    loader = DataLoader(
        dataset, sampler=sampler, generator=make(7) if of_loader else None
    )
    return [batch.item() for batch in loader]


torch.manual_seed(1)
print(f"generator for the loader:  {first(False, True)}, {first(False, True)}")
# > generator for the loader:  [3, 0, 5, 1, 4, 2], [3, 5, 4, 1, 0, 2]
print(f"generator for the sampler: {first(True, False)}, {first(True, False)}")
# > generator for the sampler: [3, 0, 1, 5, 2, 4], [3, 0, 1, 5, 2, 4]
# --8<-- [end:generator]
