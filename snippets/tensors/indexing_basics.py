# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["indexing_basics.svg"]
# ///
"""Take a row, a column, the last one, a range, every second one out of a matrix."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:answer]
x = torch.arange(12).view(3, 4)  # 3 rows, 4 columns
print(x)
# > tensor([[ 0,  1,  2,  3],
# >         [ 4,  5,  6,  7],
# >         [ 8,  9, 10, 11]])
row, column, element = x[1], x[:, 2], x[1, 2]
print(row, column, element)
# > tensor([4, 5, 6, 7]) tensor([ 2,  6, 10]) tensor(6)
# --8<-- [end:answer]

# --8<-- [start:rows]
print(x[0])  # the first row; counting begins at 0
# > tensor([0, 1, 2, 3])
print(x[-1])  # the last row
# > tensor([ 8,  9, 10, 11])
print(x[0:2])  # rows 0 and 1: the end is not taken
# > tensor([[0, 1, 2, 3],
# >         [4, 5, 6, 7]])
print(x[1:])  # from row 1 to the end
# > tensor([[ 4,  5,  6,  7],
# >         [ 8,  9, 10, 11]])
print(x[::2])  # every second row
# > tensor([[ 0,  1,  2,  3],
# >         [ 8,  9, 10, 11]])
# --8<-- [end:rows]

# --8<-- [start:columns]
print(x[:, 0])  # the first column
# > tensor([0, 4, 8])
print(x[:, -1])  # the last column
# > tensor([ 3,  7, 11])
print(x[:, 1:3])  # columns 1 and 2
# > tensor([[ 1,  2],
# >         [ 5,  6],
# >         [ 9, 10]])
print(x[:, ::2])  # every second column
# > tensor([[ 0,  2],
# >         [ 4,  6],
# >         [ 8, 10]])
print(x[:, -2:])  # the last two columns
# > tensor([[ 2,  3],
# >         [ 6,  7],
# >         [10, 11]])
# --8<-- [end:columns]

# --8<-- [start:both]
print(x[1:, :2])  # rows from 1 on, columns 0 and 1
# > tensor([[4, 5],
# >         [8, 9]])
print(x[0, 1:3])  # columns 1 and 2 of row 0
# > tensor([1, 2])
print(x[0][1:3], x[0:2][1])  # brackets in a row: step by step
# > tensor([1, 2]) tensor([4, 5, 6, 7])
# --8<-- [end:both]

# --8<-- [start:keep]
print(x[:, 2].shape, x[:, 2:3].shape, x[:, [2]].shape)
# > torch.Size([3]) torch.Size([3, 1]) torch.Size([3, 1])
print(x[1].shape, x[1:2].shape, x[1, None].shape)
# > torch.Size([4]) torch.Size([1, 4]) torch.Size([1, 4])
# --8<-- [end:keep]

# --8<-- [start:list]
print(x[[2, 0]])  # rows 2 and 0, in this order
# > tensor([[ 8,  9, 10, 11],
# >         [ 0,  1,  2,  3]])
print(x[:, [3, 3, 0]])  # column 3 twice, then column 0
# > tensor([[ 3,  3,  0],
# >         [ 7,  7,  4],
# >         [11, 11,  8]])
print(x.flip(0)[0])  # rows backwards, then the first
# > tensor([ 8,  9, 10, 11])
shuffled = x[torch.randperm(3)]  # all rows, in a random order
print(shuffled.shape, shuffled[:, 0].sort().values)
# > torch.Size([3, 4]) tensor([0, 4, 8])
# --8<-- [end:list]

# --8<-- [start:batch]
images = torch.zeros(16, 3, 28, 28)  # (batch, channels, height, width)
print(images[0].shape)  # one picture
# > torch.Size([3, 28, 28])
print(images[:, 0].shape)  # one channel of all pictures
# > torch.Size([16, 28, 28])
print(images[..., -1].shape)  # the last column of pixels, of everything
# > torch.Size([16, 3, 28])
print(images[:, :, 4:-4, 4:-4].shape)  # cut 4 pixels from each edge
# > torch.Size([16, 3, 20, 20])
# --8<-- [end:batch]

# --8<-- [start:figure]
forms = {
    "x[1]": (1, slice(None)),
    "x[:, 2]": (slice(None), 2),
    "x[1, 2]": (1, 2),
    "x[-1]": (-1, slice(None)),
    "x[0:2]": (slice(0, 2), slice(None)),
    "x[:, 1:3]": (slice(None), slice(1, 3)),
    "x[::2]": (slice(None, None, 2), slice(None)),
    "x[1:, :2]": (slice(1, None), slice(None, 2)),
}
figure, axes = plt.subplots(2, 4, figsize=(5, 2.6))
for axis, (form, index) in zip(axes.flat, forms.items(), strict=True):
    taken = torch.zeros(3, 4, dtype=torch.bool)
    taken[index] = True
    for number in range(12):
        row, column = divmod(number, 4)
        cell = plt.Rectangle(
            (column, row), 1, 1, facecolor="none", edgecolor="gray"
        )
        if taken[row, column]:
            cell.set(facecolor="#1c7ed6", alpha=0.45)
        axis.add_patch(cell)
        axis.text(column + 0.5, row + 0.5, number, ha="center", va="center")
    axis.set(xlim=(-0.1, 4.1), ylim=(3.1, -0.1), aspect="equal")
    axis.set_title(form, family="monospace", fontsize=10)
    axis.axis("off")
figure.tight_layout()
figure.savefig("indexing_basics.svg", transparent=True)
# --8<-- [end:figure]
