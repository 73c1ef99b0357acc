# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["ddp.sampler", "ddp.sampler-needs-group", "two.sampler-set-epoch"]
# figures = ["ddp_sampler.svg"]
# ///
"""DistributedSampler: who gets which samples, what happens to the rest, and what set_epoch() changes."""

import matplotlib.pyplot as plt
import torch
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

# --8<-- [start:answer]
dataset = TensorDataset(torch.arange(5))

sampler = DistributedSampler(
    dataset, num_replicas=2, rank=0
)  # in a group: no numbers
loader = DataLoader(dataset, batch_size=2, sampler=sampler)
print(
    len(dataset), "samples,", len(sampler), "for this rank,", len(loader), "batches"
)
# > 5 samples, 3 for this rank, 2 batches
# --8<-- [end:answer]

# --8<-- [start:shares]


def shares(**options):
    samplers = [DistributedSampler(dataset, 2, rank, **options) for rank in (0, 1)]
    return [list(sampler) for sampler in samplers]


print(f"in order:  {shares(shuffle=False)}")
# > in order:  [[0, 2, 4], [1, 3, 0]]
print(f"drop_last: {shares(shuffle=False, drop_last=True)}")
# > drop_last: [[0, 2], [1, 3]]
print(f"shuffled:  {shares(shuffle=True, seed=0)}")
# > shuffled:  [[4, 1, 2], [0, 3, 4]]
print(f"seed=1:    {shares(seed=1)}")
# > seed=1:    [[0, 2, 1], [4, 3, 0]]
mixed = [list(DistributedSampler(dataset, 2, r, seed=3 * r)) for r in (0, 1)]
print(f"a seed each: {mixed}, left out: {set(range(5)).difference(*mixed)}")
# > a seed each: [[4, 1, 2], [0, 4, 1]], left out: {3}
# --8<-- [end:shares]


# --8<-- [start:epochs]
def one_epoch():
    return [batch.tolist() for (batch,) in loader]


print(f"nothing called: {one_epoch()} {one_epoch()}")
# > nothing called: [[4, 1], [2]] [[4, 1], [2]]
sampler.set_epoch(1)
print(f"set_epoch(1):   {one_epoch()}")
# > set_epoch(1):   [[0, 2], [1]]
# --8<-- [end:epochs]

# --8<-- [start:needs-group]
try:
    DistributedSampler(dataset)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Default process group has not been initialized, please make sure to call init_process_group.
# --8<-- [end:needs-group]

# --8<-- [start:shuffle]
try:
    DataLoader(dataset, sampler=sampler, shuffle=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: sampler option is mutually exclusive with shuffle
# --8<-- [end:shuffle]

# --8<-- [start:figure]
figure, panels = plt.subplots(1, 3, figsize=(6.4, 1.5))
samplers = [DistributedSampler(dataset, 2, rank) for rank in (0, 1)]

for epoch, axes in enumerate(panels):
    axes.axis("off")
    axes.set(xlim=(-1.2, 2.6), ylim=(1.6, -0.6), title=f"epoch {epoch}")
    seen = set()
    for sampler in samplers:
        sampler.set_epoch(epoch)
        axes.text(
            -0.6, sampler.rank, f"rank {sampler.rank}", ha="right", va="center"
        )
        for column, sample in enumerate(sampler):
            again = sample in seen
            seen.add(sample)
            box = {
                "boxstyle": "square,pad=0.5",
                "facecolor": "none",
                "edgecolor": "#d9480f" if again else "#1c7ed6",
                "linewidth": 2 if again else 1,
            }
            axes.text(
                column, sampler.rank, sample, ha="center", va="center", bbox=box
            )
figure.savefig("ddp_sampler.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
