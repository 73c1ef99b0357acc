# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9", "scikit-learn>=1.5"]
#
# [tool.tbe]
# figures = ["dataset_augmentation.svg"]
# ///
"""A random shift run eagerly is the same picture in every epoch; run lazily it is a new one each time."""

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits


# --8<-- [start:shift]
def shift(image):
    down, right = torch.randint(-3, 4, (2,)).tolist()
    return image.roll((down, right), (0, 1))


torch.manual_seed(1)
digit = torch.tensor(load_digits().images[3], dtype=torch.float32)  # (8, 8)
digit = F.pad(digit, (3, 3, 3, 3))  # room to move
print(f"{list(digit.shape)=}")
# > list(digit.shape)=[14, 14]
once = shift(digit)  # eager: drawn in __init__
eager = [once for epoch in range(5)]
lazy = [shift(digit) for epoch in range(5)]  # lazy: drawn in __getitem__
for name, images in (("eager", eager), ("lazy", lazy)):
    different = torch.stack(images).unique(dim=0)
    print(f"{name}: pictures that differ in 5 epochs: {len(different)}")
# > eager: pictures that differ in 5 epochs: 1
# > lazy: pictures that differ in 5 epochs: 5
# --8<-- [end:shift]

# --8<-- [start:figure]
figure, rows = plt.subplots(2, 5, figsize=(6.4, 2.9))
for name, images, row in zip(("eager", "lazy"), (eager, lazy), rows, strict=True):
    row[0].set_ylabel(name)
    for image, axes in zip(images, row, strict=True):
        down, right = image.nonzero(as_tuple=True)
        axes.scatter(
            right,
            down,
            s=16,
            marker="s",
            color="#1c7ed6",
            alpha=image[down, right] / 16,
            linewidths=0,
        )
        axes.set(
            xlim=(-0.5, 13.5),
            ylim=(13.5, -0.5),
            xticks=[],
            yticks=[],
            aspect="equal",
        )
        for spine in axes.spines.values():
            spine.set_color("gray")
for epoch, axes in enumerate(rows[0], 1):
    axes.set_title(f"epoch {epoch}", fontsize=10)
figure.savefig("dataset_augmentation.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
