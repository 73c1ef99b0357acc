# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["iterable_buffer.svg"]
# ///
"""How well a shuffle buffer mixes depends on its size: a small one lets no sample come early."""

import random

import matplotlib.pyplot as plt


# --8<-- [start:mix]
def shuffled(stream, size):
    buffer = []
    for sample in stream:
        buffer.append(sample)
        if len(buffer) == size:
            yield buffer.pop(random.randrange(size))
    random.shuffle(buffer)
    yield from buffer


count = 300
random.seed(0)
orders = {size: list(shuffled(range(count), size)) for size in (1, 30, 300)}
for size, order in orders.items():
    early = max(sample - place for place, sample in enumerate(order))
    first = sorted(order[: count // 10])
    print(f"{size=}: none comes more than {early} positions early,", end=" ")
    print(f"the first tenth holds samples up to {first[-1]}")
# > size=1: none comes more than 0 positions early, the first tenth holds samples up to 29
# > size=30: none comes more than 29 positions early, the first tenth holds samples up to 51
# > size=300: none comes more than 285 positions early, the first tenth holds samples up to 295
# --8<-- [end:mix]

# --8<-- [start:figure]
figure, columns = plt.subplots(1, 3, figsize=(5, 2.2), sharey=True)
for axes, (size, order) in zip(columns, orders.items(), strict=True):
    axes.scatter(range(count), order, s=3, color="#1c7ed6")
    axes.set(title=f"size={size}", xticks=[], yticks=[], aspect="equal")
    axes.spines[["top", "right"]].set_visible(False)
columns[0].set_ylabel("position in the stream")
columns[1].set_xlabel("position in the epoch")
figure.tight_layout()
figure.savefig("iterable_buffer.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
