# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["drop_last_shuffle.svg"]
# ///
"""With shuffle other samples are dropped each epoch; without it always the same ones."""

import matplotlib.pyplot as plt
import torch
from torch.utils.data import DataLoader


# --8<-- [start:epochs]
def dropped(loader):
    seen = {index for batch in loader for index in batch.tolist()}
    return sorted(set(loader.dataset) - seen)


missing = {}
for shuffle in (False, True):
    torch.manual_seed(0)
    loader = DataLoader(range(10), batch_size=4, shuffle=shuffle, drop_last=True)
    missing[shuffle] = [dropped(loader) for epoch in range(12)]
    never = set.intersection(*map(set, missing[shuffle]))
    print(f"shuffle={shuffle}: dropped {missing[shuffle][:4]} ...")
    print(f"  never seen in 12 epochs: {sorted(never) or 'none'}")
# > shuffle=False: dropped [[8, 9], [8, 9], [8, 9], [8, 9]] ...
# >   never seen in 12 epochs: [8, 9]
# > shuffle=True: dropped [[3, 5], [1, 6], [0, 6], [7, 8]] ...
# >   never seen in 12 epochs: none
# --8<-- [end:epochs]

# --8<-- [start:figure]
figure, panels = plt.subplots(1, 2, figsize=(5.2, 3.2), sharey=True)
for axes, shuffle in zip(panels, (False, True), strict=True):
    for epoch, indices in enumerate(missing[shuffle]):
        kept = [index for index in range(10) if index not in indices]
        axes.scatter(
            kept,
            [epoch] * len(kept),
            marker="s",
            s=40,
            color="#2b8a3e",
            label="seen" if epoch == 0 else None,
        )
        axes.scatter(
            indices,
            [epoch] * len(indices),
            marker="x",
            s=40,
            color="#d9480f",
            label="dropped" if epoch == 0 else None,
        )
    axes.set(title=f"shuffle={shuffle}", xlabel="sample", xticks=range(10))
panels[0].set(ylabel="epoch", yticks=range(0, 12, 2))
panels[0].invert_yaxis()  # shared: the first epoch stands at the top of both
figure.legend(
    *panels[0].get_legend_handles_labels(),
    loc="upper center",
    bbox_to_anchor=(0.5, -0.07),
    ncols=2,
    frameon=False,
)
figure.savefig("drop_last_shuffle.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
