# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["arithmetic_broadcast.svg"]
# claims = ["err.broadcast"]
# ///
"""Shapes are compared from the right; a 1 or a missing dimension is stretched."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:rule]
x = torch.ones(2, 3)
row = torch.tensor([10.0, 20.0, 30.0])  # (3,)
column = torch.tensor([[100.0], [200.0]])  # (2, 1)

print(f"{x + row=}")
# > x + row=tensor([[11., 21., 31.],
# >         [11., 21., 31.]])
print(f"{x + column=}")
# > x + column=tensor([[101., 101., 101.],
# >         [201., 201., 201.]])
print(f"{(row + column).shape=}")  # both are stretched
# > (row + column).shape=torch.Size([2, 3])
print(f"{torch.broadcast_shapes((8, 1, 6), (7, 1))=}")
# > torch.broadcast_shapes((8, 1, 6), (7, 1))=torch.Size([8, 7, 6])
print(f"{row.expand(2, 3).data_ptr() == row.data_ptr()=}")  # no copy
# > row.expand(2, 3).data_ptr() == row.data_ptr()=True
# --8<-- [end:rule]

# --8<-- [start:silent]
targets = torch.tensor([1.0, 2.0, 3.0])  # (3,)
outputs = torch.tensor([[1.0], [2.0], [3.0]])  # (3, 1), all of them right

error = (outputs - targets).abs()
print(f"{error.shape=}, {error.mean()=:.4f}")
# > error.shape=torch.Size([3, 3]), error.mean()=0.8889
error = (outputs.squeeze(1) - targets).abs()
print(f"{error.shape=}, {error.mean()=:.4f}")
# > error.shape=torch.Size([3]), error.mean()=0.0000
# --8<-- [end:silent]

# --8<-- [start:error]
scale = torch.tensor([1.0, 2.0])  # one for each row
try:
    x * scale
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
# --8<-- [end:error]

# --8<-- [start:fixed]
print(f"{x * scale[:, None]=}")  # (2, 3) * (2, 1)
# > x * scale[:, None]=tensor([[1., 1., 1.],
# >         [2., 2., 2.]])
# --8<-- [end:fixed]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 1.7))
blue, orange, black = "#1c7ed6", "#d9480f", "#000000"


def draw(values, left, color, given, title):
    """Draw a table; cells that are not given are stretched ones, dashed."""
    for i, numbers in enumerate(values.int().tolist()):
        for j, number in enumerate(numbers):
            line = "-" if given(i, j) else ":"
            box = plt.Rectangle((left + j, 1 - i), 1, 1, fill=False)
            box.set(edgecolor=color, linestyle=line, linewidth=1.2)
            axes.add_patch(box)
            style = {"ha": "center", "va": "center", "fontsize": 8}
            alpha = 1 if given(i, j) else 0.5
            axes.text(left + j + 0.5, 1.5 - i, number, alpha=alpha, **style)
    axes.text(left + 1.5, 2.25, title, ha="center", color=color, fontsize=9)


draw(column.expand(2, 3), 0, blue, lambda i, j: j == 0, "(2, 1)")
draw(row.expand(2, 3), 4, orange, lambda i, j: i == 0, "(3,)")
draw(column + row, 8, black, lambda i, j: True, "(2, 3)")
axes.text(3.5, 1, "+", ha="center", va="center")
axes.text(7.5, 1, "=", ha="center", va="center")
axes.set(xlim=(-0.1, 11.1), ylim=(-0.1, 2.8), aspect="equal")
axes.axis("off")
figure.savefig("arithmetic_broadcast.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
