# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["collate_padding_waste.svg"]
# ///
"""Batches of similar length hold far less padding than batches drawn at random."""

import matplotlib.pyplot as plt
import torch
from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate

# --8<-- [start:waste]
torch.manual_seed(0)
lengths = torch.randint(1, 41, (64,)).tolist()
samples = [(torch.ones(length), 0) for length in lengths]

at_random = torch.randperm(64).view(8, 8).tolist()  # 8 batches of 8 indices
by_length = torch.tensor(lengths).argsort().view(8, 8)
by_length = by_length[
    torch.randperm(8)
].tolist()  # shuffle the batches, not the samples

filled = {}
for name, batches in (("at random", at_random), ("by length", by_length)):
    loader = DataLoader(samples, batch_sampler=batches, collate_fn=pad_collate)
    filled[name] = [(lengths, inputs.shape[1]) for inputs, lengths, _ in loader]
    real, all_cells = (
        sum(lengths),
        sum(8 * longest for _, longest in filled[name]),
    )
    print(f"{name}: {all_cells} cells, {1 - real / all_cells:.0%} of them padding")
# > at random: 2384 cells, 48% of them padding
# > by length: 1376 cells, 9% of them padding
# --8<-- [end:waste]

# --8<-- [start:figure]
figure, columns = plt.subplots(1, 2, figsize=(5.2, 3.2), sharex=True)
for axes, (name, batches) in zip(columns, filled.items(), strict=True):
    rows = [
        (length.item(), longest)
        for lengths, longest in batches
        for length in lengths
    ]
    real, padded = zip(*rows, strict=True)
    places = [row + row // 8 for row in range(64)]  # a gap after each batch
    axes.barh(places, padded, height=1, color="gray", alpha=0.4, label="padding")
    axes.barh(places, real, height=1, color="#1c7ed6", label="real")
    axes.set(
        title=name,
        xlabel="position",
        yticks=places[4::8],
        yticklabels=range(1, 9),
    )
    axes.invert_yaxis()
columns[0].set_ylabel("batch")
columns[0].legend(
    frameon=False, loc="upper center", bbox_to_anchor=(1.1, -0.2), ncols=2
)
figure.savefig("collate_padding_waste.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
