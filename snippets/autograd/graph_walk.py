# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["graph_walk.svg"]
# ///
"""The graph is a chain of Python objects: walk it with next_functions, then draw what was found."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:walk]
w = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
x, target = torch.tensor(3.0), torch.tensor(4.0)
loss = (w * x + b - target) ** 2


def walk(node, depth=0):
    name = type(node).__name__
    if node is None:
        name = "None: nothing to differentiate here"
    elif hasattr(node, "variable"):  # only AccumulateGrad holds one: the leaf
        name += " of w" if node.variable is w else " of b"
    print("    " * depth + name)
    for below, _ in node.next_functions if node else ():
        walk(below, depth + 1)


walk(loss.grad_fn)
# > PowBackward0
# >     SubBackward0
# >         AddBackward0
# >             MulBackward0
# >                 AccumulateGrad of w
# >                 None: nothing to differentiate here
# >             AccumulateGrad of b
# >         None: nothing to differentiate here
# --8<-- [end:walk]


# --8<-- [start:rebuilt]
def count(node):
    return 1 + sum(count(below) for below, _ in node.next_functions if below)


for times in (1, 2, 3):
    result = w
    for _ in range(times):
        result = torch.sin(result)
    print(f"sin applied {times} times: {count(result.grad_fn)} nodes")
# > sin applied 1 times: 2 nodes
# > sin applied 2 times: 3 nodes
# > sin applied 3 times: 4 nodes
# --8<-- [end:rebuilt]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.6, 4.2))
axes.axis("off")
axes.set(xlim=(-0.8, 2.2), ylim=(-4.4, 0.4))
made_by = {
    "PowBackward0": "(...) ** 2",
    "SubBackward0": "... - target",
    "AddBackward0": "... + b",
    "MulBackward0": "w * x",
}


def draw(node, x, y):
    name = type(node).__name__
    leaf = hasattr(node, "variable")
    text = f"{name}\n{'w' if node.variable is w else 'b'}.grad" if leaf else name
    colour = "#2b8a3e" if leaf else "#1c7ed6"
    box = {
        "boxstyle": "round,pad=0.5",
        "facecolor": "none",
        "edgecolor": colour,
    }
    axes.text(x, y, text, ha="center", va="center", fontsize=9, bbox=box)
    if not leaf:
        axes.text(x - 0.5, y, made_by[name], ha="right", va="center")
    for column, (below, _) in enumerate(node.next_functions):
        if below:
            arrow = {"arrowstyle": "->", "color": "gray"}
            tip, tail = (x + 1.2 * column, y - 0.65), (x, y - 0.22)
            axes.annotate("", tip, tail, arrowprops=arrow)
            draw(below, x + 1.2 * column, y - 1)


draw(loss.grad_fn, 0, 0)
figure.savefig("graph_walk.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
