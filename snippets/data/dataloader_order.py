# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Who decides the order: shuffle, generator, sampler and batch_sampler."""

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, WeightedRandomSampler


# --8<-- [start:shuffle]
def epoch(loader):
    return [index for batch in loader for index in batch.tolist()]


dataset = range(6)  # each sample is its own index, so the batches show the order
for shuffle in (False, True):
    torch.manual_seed(0)
    loader = DataLoader(dataset, shuffle=shuffle)
    print(f"shuffle={shuffle}: first epoch {epoch(loader)}, second {epoch(loader)}")
# > shuffle=False: first epoch [0, 1, 2, 3, 4, 5], second [0, 1, 2, 3, 4, 5]
# > shuffle=True: first epoch [0, 4, 3, 5, 2, 1], second [2, 3, 1, 5, 4, 0]
# --8<-- [end:shuffle]

# --8<-- [start:generator]
for start in ("first start", "second start"):
    torch.rand(3)  # other code draws random numbers, too
    generator = torch.Generator().manual_seed(7)
    loader = DataLoader(dataset, shuffle=True, generator=generator)
    print(f"{start}: {epoch(loader)}, then {epoch(loader)}")
# > first start: [1, 2, 5, 3, 0, 4], then [2, 1, 4, 0, 5, 3]
# > second start: [1, 2, 5, 3, 0, 4], then [2, 1, 4, 0, 5, 3]
# --8<-- [end:generator]

# --8<-- [start:global]
for name, generator in (
    ("no loader", None),
    ("a loader", None),
    ("its own generator", torch.Generator()),
):
    torch.manual_seed(0)
    if name != "no loader":
        epoch(DataLoader(dataset, generator=generator))  # shuffle=False
    number = torch.rand(1).item()
    kept = F.dropout(torch.ones(12)).bool().int().tolist()
    print(f"{name:17} then rand {number:.4f}, dropout keeps {kept}")
# > no loader         then rand 0.4963, dropout keeps [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]
# > a loader          then rand 0.0885, dropout keeps [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1]
# > its own generator then rand 0.4963, dropout keeps [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]
# --8<-- [end:global]

# --8<-- [start:sampler]
# anything that can be iterated again in each epoch
chosen = DataLoader(dataset, sampler=[5, 0, 5, 3])
print(f"sampler, a list:     {epoch(chosen)}")
# > sampler, a list:     [5, 0, 5, 3]

torch.manual_seed(0)
# sample 5 is rare: draw it more often
rare = WeightedRandomSampler(weights=[1, 1, 1, 1, 1, 20], num_samples=8)
print(f"sampler, weighted:   {epoch(DataLoader(dataset, sampler=rare))}")
# > sampler, weighted:   [5, 5, 5, 5, 5, 4, 5, 5]

# the same with lists of indices
grouped = DataLoader(dataset, batch_sampler=[[0, 1, 2], [3], [4, 5]])
print(f"batch_sampler:       {[batch.tolist() for batch in grouped]}")
# > batch_sampler:       [[0, 1, 2], [3], [4, 5]]
print(f"its own batch_size:  {grouped.batch_size}")
# > its own batch_size:  None
# --8<-- [end:sampler]

# --8<-- [start:generator-sampler]
once = (index for index in [5, 0, 3])  # a generator is used up
used_up = DataLoader(dataset, sampler=once)
print(f"sampler, a generator: {epoch(used_up)}, then {epoch(used_up)}")
# > sampler, a generator: [5, 0, 3], then []
# --8<-- [end:generator-sampler]
