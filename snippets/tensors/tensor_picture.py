# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["tensor_picture.svg"]
# ///
"""A picture of a scalar, a vector, a matrix and a tensor of three dimensions."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(5, 2.4))


def grid(x, left, bottom, size=0.6):
    """The cells of a matrix (rows, columns), the first row on top."""
    for row, numbers in enumerate(x.tolist()):
        for column, number in enumerate(numbers):
            corner = left + column * size, bottom - row * size
            cell = plt.Rectangle(corner, size, size, facecolor="white")
            cell.set_edgecolor("#1c7ed6")
            axes.add_patch(cell)
            center = corner[0] + size / 2, corner[1] + size / 2
            axes.text(*center, number, ha="center", va="center", fontsize=8)


matrix = torch.arange(6).view(2, 3)
cube = torch.arange(12).view(2, 2, 3)  # two matrices
print(cube)
# > tensor([[[ 0,  1,  2],
# >          [ 3,  4,  5]],
# >
# >         [[ 6,  7,  8],
# >          [ 9, 10, 11]]])
grid(torch.tensor([[7]]), 0, 0)
grid(torch.arange(3).view(1, 3), 1.6, 0)
grid(matrix, 4.4, 0)
grid(cube[1], 8.0, 1.35)  # the second matrix
grid(cube[0], 7.2, 0)
names = {0.3: "scalar\n()", 2.5: "vector\n(3,)", 5.3: "matrix\n(2, 3)"}
for center, name in (names | {8.3: "3 dimensions\n(2, 2, 3)"}).items():
    axes.text(center, -1.0, name, ha="center", va="top", fontsize=9)
axes.set(xlim=(-0.3, 9.8), ylim=(-2.1, 2.1), aspect="equal")
axes.axis("off")
figure.savefig("tensor_picture.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
