# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["creation_ranges.svg"]
# ///
"""arange leaves the end out, linspace reaches it, and a float step rounds."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:ranges]
print(f"{torch.arange(5)=}")
# > torch.arange(5)=tensor([0, 1, 2, 3, 4])
print(f"{torch.arange(2, 10, 3)=}")
# > torch.arange(2, 10, 3)=tensor([2, 5, 8])
print(f"{torch.arange(5.0)=}")
# > torch.arange(5.0)=tensor([0., 1., 2., 3., 4.])
print(f"{torch.linspace(0, 1, 5)=}")
# > torch.linspace(0, 1, 5)=tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(f"{torch.logspace(-3, -1, 3)=}")
# > torch.logspace(-3, -1, 3)=tensor([0.0010, 0.0100, 0.1000])
# --8<-- [end:ranges]

# --8<-- [start:step]
for start, end, step in [(0, 0.3, 0.1), (1, 1.3, 0.1), (0, 0.6, 0.2)]:
    x = torch.arange(start, end, step)
    print(
        f"arange({start}, {end}, {step}): {len(x)} numbers, the last is {x[-1]:.1f}"
    )
# > arange(0, 0.3, 0.1): 3 numbers, the last is 0.2
# > arange(1, 1.3, 0.1): 4 numbers, the last is 1.3
# > arange(0, 0.6, 0.2): 3 numbers, the last is 0.4

print(f"{torch.linspace(1, 1.2, 3)=}")  # say how many instead
# > torch.linspace(1, 1.2, 3)=tensor([1.0000, 1.1000, 1.2000])
# --8<-- [end:step]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 1.5))
calls = {"arange(0, 1, 0.25)": torch.arange(0, 1, 0.25)}
calls["linspace(0, 1, 5)"] = torch.linspace(0, 1, 5)
for y, (name, points) in enumerate(reversed(calls.items())):
    axes.plot([0, 1], [y, y], color="gray", linewidth=0.8)
    axes.plot([0, 1], [y, y], "o", color="gray", markerfacecolor="none")
    axes.plot(points, [y] * len(points), "o", color="#1c7ed6")
    for point in points.tolist():
        axes.text(point, y + 0.18, f"{point:g}", ha="center", fontsize=8)
    axes.text(-0.05, y, name, ha="right", va="center", fontsize=9)
axes.set(xlim=(-0.62, 1.05), ylim=(-0.3, 1.5))
axes.axis("off")
figure.savefig("creation_ranges.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
