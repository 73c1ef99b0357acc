# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["gather_rows.svg", "gather_too_many.svg"]
# ///
"""One number a row: gather, two index tensors, take_along_dim, and the index that takes too many."""

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

# --8<-- [start:gather]
logits = torch.tensor([[2.0, 0.5, 0.1], [0.2, 0.3, 3.0], [0.1, 2.5, 0.4]])
targets = torch.tensor([0, 2, 1])
log_probs = logits.log_softmax(dim=1)  # (batch, classes)

chosen = log_probs.gather(1, targets[:, None])  # (batch, 1)
print(chosen.squeeze(1))
# > tensor([-0.3168, -0.1205, -0.1932])
print(-chosen.mean(), F.cross_entropy(logits, targets))
# > tensor(0.2102) tensor(0.2102)
# --8<-- [end:gather]

# --8<-- [start:same]
rows = torch.arange(len(targets))
pairs = log_probs[rows, targets]
along = log_probs.take_along_dim(targets[:, None], dim=1)
print(torch.equal(pairs, chosen[:, 0]), torch.equal(along, chosen))
# > True True
# --8<-- [end:same]

# --8<-- [start:wrong]
wrong = log_probs[:, targets]  # columns 0, 2, 1 of every row
print(wrong.shape, -wrong.mean())
# > torch.Size([3, 3]) tensor(1.6990)
# --8<-- [end:wrong]

# --8<-- [start:rule]
index = torch.tensor([[2, 0], [1, 1], [0, 2]])  # (3, 2): two from each row
print(logits.gather(1, index))
# > tensor([[0.1000, 2.0000],
# >         [0.3000, 0.3000],
# >         [0.1000, 0.4000]])
# --8<-- [end:rule]

# --8<-- [start:top]
values, places = logits.topk(2, dim=1)
print(torch.equal(logits.gather(1, places), values))
# > True
order = logits[:, 1].argsort(descending=True)
print(order, logits[order][:, 1])  # rows in the order of their middle column
# > tensor([2, 0, 1]) tensor([2.5000, 0.5000, 0.3000])
# --8<-- [end:top]

# --8<-- [start:select]
print(torch.equal(logits.index_select(0, order), logits[order]))
# > True
try:
    logits.index_select(0, order[:, None])  # a vector of indices, nothing else
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: index_select(): Index is supposed to be a vector
# --8<-- [end:select]


# --8<-- [start:figure]
def grid(axes, numbers, left, title, taken):
    """The cells of a matrix (rows, columns); a frame around what is taken."""
    for row, cells in enumerate(numbers.tolist()):
        for column, number in enumerate(cells):
            picked = taken[row, column]
            corner, center = (
                (left + column, -row),
                (left + column + 0.45, 0.45 - row),
            )
            cell = plt.Rectangle(corner, 0.9, 0.9, fill=False)
            cell.set(edgecolor="#d9480f" if picked else "gray")
            cell.set(linewidth=2.5 if picked else 0.7)
            axes.add_patch(cell)
            text = number if isinstance(number, int) else f"{number:.2f}"
            axes.text(*center, text, ha="center", va="center", fontsize=8)
    axes.text(left + numbers.shape[1] / 2 - 0.05, 1.2, title, ha="center")


one_each = F.one_hot(targets).bool()
every = torch.ones(3, 3, dtype=torch.bool)
none = torch.zeros(3, 1, dtype=torch.bool)

figure, axes = plt.subplots(figsize=(5, 2.2))
grid(axes, targets[:, None], 0, "index", none)
grid(axes, log_probs, 2.3, "log_probs", one_each)
grid(axes, chosen, 6.9, "gathered", every)
arrow = {"arrowstyle": "->", "color": "#d9480f"}
for row in range(3):
    for left, right in [(0.95, 2.25), (5.25, 6.85)]:
        y = 0.45 - row
        axes.annotate("", (right, y), (left, y), arrowprops=arrow)
for column in range(3):
    axes.text(2.75 + column, -2.35, column, ha="center", va="center", fontsize=9)
axes.set(xlim=(-0.2, 8), ylim=(-2.6, 1.9), aspect="equal")
axes.axis("off")
figure.savefig("gather_rows.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:figure-wrong]
figure, axes = plt.subplots(figsize=(4.8, 2.4))
grid(axes, log_probs, 0, "gather: 3 numbers", one_each)
grid(axes, wrong, 4.3, "[:, targets]: 9 numbers", every)
axes.set(xlim=(-0.2, 8), ylim=(-2.2, 1.9), aspect="equal")
axes.axis("off")
figure.savefig("gather_too_many.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure-wrong]
