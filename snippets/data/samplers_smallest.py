# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["samplers_weighted.svg"]
# ///
"""WeightedRandomSampler makes a rare class as frequent as the others, by drawing its few samples often."""

# --8<-- [start:answer]
import torch
from torch.utils.data import WeightedRandomSampler

targets = torch.tensor([0] * 90 + [1] * 10)
weights = 1 / targets.bincount()[targets]  # one weight per sample, not per class
sampler = WeightedRandomSampler(weights, num_samples=len(targets))
# --8<-- [end:answer]

# --8<-- [start:smallest]
import matplotlib.pyplot as plt
from torch.utils.data import DataLoader, TensorDataset

inputs = torch.arange(100)  # each input is its own index
dataset = TensorDataset(inputs, targets)

generator = torch.Generator().manual_seed(0)
sampler = WeightedRandomSampler(weights, num_samples=100, generator=generator)


def epoch(loader):  # which samples came, and their classes
    batches = list(loader)
    indices = torch.cat([inputs for inputs, _ in batches])
    classes = torch.cat([labels for _, labels in batches])
    return indices, classes


print(f"in the dataset: {targets.bincount().tolist()}")
# > in the dataset: [90, 10]
torch.manual_seed(0)
plain = epoch(DataLoader(dataset, batch_size=10, shuffle=True))
print(f"shuffle=True:   {plain[1].bincount().tolist()}")
# > shuffle=True:   [90, 10]
weighted = epoch(DataLoader(dataset, batch_size=10, sampler=sampler))
print(f"weighted:       {weighted[1].bincount().tolist()}")
# > weighted:       [53, 47]
# --8<-- [end:smallest]

# --8<-- [start:repeats]
indices = weighted[0]
rare = indices[indices >= 90]
print(f"each rare sample: {rare.bincount(minlength=100)[90:].tolist()} times")
# > each rare sample: [4, 7, 6, 4, 6, 7, 2, 4, 3, 4] times
common = indices[indices < 90]
print(f"common samples never drawn: {90 - len(common.unique())} of 90")
# > common samples never drawn: 53 of 90
# --8<-- [end:repeats]

# --8<-- [start:figure]
figure, columns = plt.subplots(1, 2, figsize=(4.8, 2.6), sharey=True)
for axes, title, (_, classes) in zip(
    columns, ("shuffle=True", "weighted"), (plain, weighted), strict=True
):
    rare = classes[:100].view(10, 10).sum(dim=1)  # in each of ten batches
    axes.bar(range(10), 10 - rare, color="#1c7ed6", label="class 0")
    axes.bar(range(10), rare, bottom=10 - rare, color="#d9480f", label="class 1")
    axes.set(title=title, xlabel="batch", xticks=range(0, 10, 3))
columns[0].set_ylabel("samples")
columns[0].legend(
    frameon=False, loc="upper center", bbox_to_anchor=(1.1, -0.25), ncols=2
)
figure.savefig("samplers_weighted.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
