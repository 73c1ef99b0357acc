# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["broadcasting.svg"]
# ///
"""Shapes are compared from the right; a 1 or a missing dimension is stretched."""

import matplotlib.pyplot as plt

# --8<-- [start:smallest]
import torch

x = torch.ones(2, 3)
row = torch.tensor([10.0, 20.0, 30.0])  # (3,)
column = torch.tensor([[100.0], [200.0]])  # (2, 1)

print(x + row)  # the row is added to each row
# > tensor([[11., 21., 31.],
# >         [11., 21., 31.]])
print(x + column)  # the column to each column
# > tensor([[101., 101., 101.],
# >         [201., 201., 201.]])
print(column + row)  # both are stretched
# > tensor([[110., 120., 130.],
# >         [210., 220., 230.]])
# --8<-- [end:smallest]

# --8<-- [start:rule]
pairs = [((2, 3), (3,)), ((2, 3), (2, 1)), ((2, 1), (3,)), ((8, 1, 6), (7, 1))]
pairs += [((2, 3), (2,)), ((2, 3), (4, 3))]
for a, b in pairs:
    try:
        result = tuple(torch.broadcast_shapes(a, b))
    except RuntimeError:
        result = "do not fit"
    print(f"{a!s:>10} {b!s:>7}  {result}")
# >     (2, 3)    (3,)  (2, 3)
# >     (2, 3)  (2, 1)  (2, 3)
# >     (2, 1)    (3,)  (2, 3)
# >  (8, 1, 6)  (7, 1)  (8, 7, 6)
# >     (2, 3)    (2,)  do not fit
# >     (2, 3)  (4, 3)  do not fit
# --8<-- [end:rule]

# --8<-- [start:direction]
scale = torch.tensor([1.0, 2.0])  # one for each row of x
print(x * scale[:, None])  # (2, 3) * (2, 1)
# > tensor([[1., 1., 1.],
# >         [2., 2., 2.]])
print(torch.equal(x * scale[:, None], x * scale.unsqueeze(1)))
# > True
# --8<-- [end:direction]

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
figure.savefig("broadcasting.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
