# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["tensor.view-no-copy-fast"]
# figures = ["view_strides.svg"]
# ///
"""A tensor is a row of numbers in memory and a rule for reading it: shape, stride, offset."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:strides]
x = torch.arange(6)
table = x.view(2, 3)
swapped = table.t()
right = table[:, 1:]
for name, tensor in {
    "x": x,
    "table": table,
    "swapped": swapped,
    "right": right,
}.items():
    shape, stride = tuple(tensor.shape), tensor.stride()
    start, whole = tensor.storage_offset(), tensor.is_contiguous()
    print(f"{name:7} {shape=!s:7} {stride=!s:7} {start=} contiguous={whole}")
# > x       shape=(6,)    stride=(1,)    start=0 contiguous=True
# > table   shape=(2, 3)  stride=(3, 1)  start=0 contiguous=True
# > swapped shape=(3, 2)  stride=(1, 3)  start=0 contiguous=False
# > right   shape=(2, 2)  stride=(3, 1)  start=1 contiguous=False
# --8<-- [end:strides]

# --8<-- [start:shared]
print(swapped.tolist())
# > [[0, 3], [1, 4], [2, 5]]
print(x.data_ptr() == table.data_ptr() == swapped.data_ptr())
# > True
print(table.untyped_storage().nbytes())  # six int64 numbers, stored once
# > 48
# --8<-- [end:shared]

# --8<-- [start:formula]
row, column = 2, 1
place = (
    swapped.storage_offset() + row * swapped.stride(0) + column * swapped.stride(1)
)
print(place, x[place] == swapped[row, column])
# > 5 tensor(True)
# --8<-- [end:formula]

# --8<-- [start:figure]
colors = ["#2b8a3e"] * 3 + ["#d9480f"] * 3  # which row of table a number is in
figure, axes = plt.subplots(figsize=(4.8, 3))


def cells(tensor, left, top):
    for row, numbers in enumerate(tensor.tolist()):
        for column, number in enumerate(numbers):
            box = (left + column, top - row)
            color = colors[number]
            axes.add_patch(
                plt.Rectangle(
                    box, 0.9, 0.9, fill=False, edgecolor=color, linewidth=2
                )
            )
            axes.text(
                box[0] + 0.45, box[1] + 0.45, number, ha="center", va="center"
            )


cells(x[None], 0.5, 4)
axes.text(0.5, 5.1, "memory")
cells(table, 0, 1.6)
axes.text(0, 2.7, "table: (2, 3), stride (3, 1)", fontsize=8)
cells(swapped, 4.6, 1.6)
axes.text(4.2, 2.7, "swapped: (3, 2), stride (1, 3)", fontsize=8)
axes.set(xlim=(-0.2, 8.4), ylim=(-0.6, 5.6), aspect="equal")
axes.axis("off")
figure.savefig("view_strides.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
