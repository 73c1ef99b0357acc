# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["masks_smallest.svg"]
# ///
"""A mask takes values out, makes a new tensor, or changes the old one."""

import matplotlib.pyplot as plt

# --8<-- [start:smallest]
import torch

x = torch.tensor([[3, -1, 4], [-2, 5, -9]])  # (2, 3)
mask = x < 0  # (2, 3) of bool
print(mask)
# > tensor([[False,  True, False],
# >         [ True, False,  True]])

print(x[mask])  # the values, in one dimension
# > tensor([-1, -2, -9])
print(torch.where(mask, 0, x))  # a new tensor of the same shape
# > tensor([[3, 0, 4],
# >         [0, 5, 0]])
x[mask] = 0  # changes x itself
print(x)
# > tensor([[3, 0, 4],
# >         [0, 5, 0]])
# --8<-- [end:smallest]

# --8<-- [start:figure]
x = torch.tensor([[3, -1, 4], [-2, 5, -9]])
figure, axes = plt.subplots(figsize=(5, 1.7))


def cells(rows, left, title, marked):
    """Draw rows of numbers; a marked cell is filled."""
    for i, numbers in enumerate(rows):
        for j, number in enumerate(numbers):
            color = "#d9480f" if marked[i][j] else "none"
            box = plt.Rectangle((left + j, 1 - i), 1, 1, edgecolor="gray")
            box.set(facecolor=color, alpha=0.45)
            axes.add_patch(box)
            text = {"ha": "center", "va": "center", "fontsize": 8}
            axes.text(left + j + 0.5, 1.5 - i, number, **text)
    axes.text(left + 1.5, 2.25, title, ha="center", fontsize=9, family="monospace")


mask = x < 0
cells(x.tolist(), 0, "x", mask)
cells([["T" if m else "F" for m in row] for row in mask], 3.6, "x < 0", mask)
cells([x[mask].tolist()], 7.2, "x[mask]", [[True] * 3])
cells(torch.where(mask, 0, x).tolist(), 10.8, "where", mask)
axes.set(xlim=(-0.1, 13.9), ylim=(-0.1, 2.8), aspect="equal")
axes.axis("off")
figure.savefig("masks_smallest.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
