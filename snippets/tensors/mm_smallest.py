# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["tensor.mm-2d"]
# figures = ["mm_row_by_column.svg"]
# ///
"""@ multiplies matrices, * multiplies element by element, mm takes two matrices and nothing else."""

import matplotlib.pyplot as plt

# --8<-- [start:answer]
import torch

x = torch.rand(4, 3)  # (batch, in)
weight, bias = torch.rand(2, 3), torch.rand(2)  # (out, in), (out,)
logits = x @ weight.T + bias
print(logits.shape)
# > torch.Size([4, 2])
# --8<-- [end:answer]

# --8<-- [start:smallest]
A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # (2, 3)
B = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])  # (3, 2)
print(A @ B)  # (2, 2)
# > tensor([[ 4.,  5.],
# >         [10., 11.]])
print(torch.equal(A @ B, torch.mm(A, B)), torch.equal(A @ B, torch.matmul(A, B)))
# > True True
print(A * A)  # (2, 3): element by element, another thing
# > tensor([[ 1.,  4.,  9.],
# >         [16., 25., 36.]])

v = torch.tensor([1.0, 1.0, 1.0])
print(A @ v)  # a matrix and a vector
# > tensor([ 6., 15.])
try:
    torch.mm(A, v)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mm: mat2 must be a matrix, got 1-D tensor
# <= 2.14
# > RuntimeError: mat2 must be a matrix
# --8<-- [end:smallest]

# --8<-- [start:by-hand]
row, column = A[1], B[:, 0]
print((row * column).sum(), (A @ B)[1, 0])
# > tensor(10.) tensor(10.)
# --8<-- [end:by-hand]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 2.4))


def grid(matrix, left, title, chosen):
    rows, columns = matrix.shape
    for row in range(rows):
        for column in range(columns):
            box = (left + column, -row)
            width = 2.5 if (row, column) in chosen else 0.7
            color = "#d9480f" if (row, column) in chosen else "gray"
            axes.add_patch(
                plt.Rectangle(
                    box, 0.9, 0.9, fill=False, edgecolor=color, linewidth=width
                )
            )
            number = f"{matrix[row, column]:g}"
            axes.text(
                box[0] + 0.45, box[1] + 0.45, number, ha="center", va="center"
            )
    axes.text(left, 1.2, title)


grid(A, 0, "A (2, 3)", [(1, 0), (1, 1), (1, 2)])
grid(B, 4.5, "B (3, 2)", [(0, 0), (1, 0), (2, 0)])
grid(A @ B, 8, "A @ B (2, 2)", [(1, 0)])
axes.text(3.5, -0.05, "@", ha="center", va="center", fontsize=13)
axes.text(7.2, -0.05, "=", ha="center", va="center", fontsize=13)
axes.set(xlim=(-0.2, 11), ylim=(-2.2, 1.9), aspect="equal")
axes.axis("off")
figure.savefig("mm_row_by_column.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
