# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["arithmetic_dim.svg"]
# ///
"""dim names the dimension that disappears."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:shapes]
x = torch.ones(2, 3, 4)

print(f"{x.sum().shape=}")
# > x.sum().shape=torch.Size([])
print(f"{x.sum(dim=0).shape=}")  # the 2 is gone
# > x.sum(dim=0).shape=torch.Size([3, 4])
print(f"{x.sum(dim=1).shape=}")  # the 3 is gone
# > x.sum(dim=1).shape=torch.Size([2, 4])
print(f"{x.sum(dim=-1).shape=}")  # the last one, the 4, is gone
# > x.sum(dim=-1).shape=torch.Size([2, 3])
print(f"{x.sum(dim=(0, 2)).shape=}")
# > x.sum(dim=(0, 2)).shape=torch.Size([3])
print(f"{x.sum(dim=1, keepdim=True).shape=}")  # 1 instead of gone
# > x.sum(dim=1, keepdim=True).shape=torch.Size([2, 1, 4])
# --8<-- [end:shapes]

# --8<-- [start:figure]
x = torch.tensor([[1, 2, 3], [4, 5, 6]])
figure, axes = plt.subplots(figsize=(4.8, 3))
blue, green, orange = "#1c7ed6", "#2b8a3e", "#d9480f"


def row_of_boxes(values, top, left, color):
    for i, value in enumerate(values):
        box = plt.Rectangle(
            (left + i, top), 1, 1, fill=False, edgecolor=color, lw=1.5
        )
        axes.add_patch(box)
        axes.text(left + i + 0.5, top + 0.5, value, ha="center", va="center")


row_of_boxes(x[0].tolist(), 3, 0, blue)
row_of_boxes(x[1].tolist(), 2, 0, blue)
row_of_boxes(x.sum(dim=0).tolist(), 0.2, 0, green)
for top, value in zip((3, 2), x.sum(dim=1).tolist(), strict=True):
    row_of_boxes([value], top, 4.8, orange)
for i in range(3):
    axes.annotate(
        "",
        (i + 0.5, 1.2),
        (i + 0.5, 2),
        arrowprops={"arrowstyle": "->", "color": green},
    )
for top in (2.5, 3.5):
    axes.annotate(
        "", (4.8, top), (3, top), arrowprops={"arrowstyle": "->", "color": orange}
    )
axes.text(3.2, 0.7, "sum(dim=0)", va="center", color=green)
axes.text(3.9, 4.15, "sum(dim=1)", ha="center", va="bottom", color=orange)
axes.set(xlim=(-0.2, 6), ylim=(0, 4.7), aspect="equal")
axes.axis("off")
figure.savefig("arithmetic_dim.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
