# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["optimizers_bowl.svg"]
# ///
"""The paths of three optimizers through the same narrow bowl."""

import matplotlib.pyplot as plt
import torch
from torch import nn


# --8<-- [start:paths]
def walk(optimizer_class, steps=40, **options):
    w = nn.Parameter(torch.tensor([-4.0, 2.0]))
    optimizer = optimizer_class([w], **options)
    path = [w.tolist()]
    for _ in range(steps):
        optimizer.zero_grad()
        loss = 0.5 * (w[0] ** 2 + 15 * w[1] ** 2)
        loss.backward()
        optimizer.step()
        path.append(w.tolist())
    return path


paths = {
    "SGD": walk(torch.optim.SGD, lr=0.12),
    "SGD, momentum 0.9": walk(torch.optim.SGD, lr=0.02, momentum=0.9),
    "Adam": walk(torch.optim.Adam, lr=0.3),
}
for name, path in paths.items():
    print(name)
    for step in (1, 2, 10, 40):
        print(f"  step {step:2}: {path[step][0]:7.3f} {path[step][1]:7.3f}")
# > SGD
# >   step  1:  -3.520  -1.600
# >   step  2:  -3.098   1.280
# >   step 10:  -1.114   0.215
# >   step 40:  -0.024   0.000
# > SGD, momentum 0.9
# >   step  1:  -3.920   1.400
# >   step  2:  -3.770   0.440
# >   step 10:  -1.228   1.101
# >   step 40:  -0.199  -0.154
# > Adam
# >   step  1:  -3.700   1.700
# >   step  2:  -3.401   1.402
# >   step 10:  -1.138  -0.492
# >   step 40:  -0.040  -0.096
# --8<-- [end:paths]

# --8<-- [start:figure]
x, y = torch.meshgrid(
    torch.linspace(-4.5, 2.5, 36), torch.linspace(-2.3, 2.3, 24), indexing="xy"
)
figure, axes = plt.subplots(figsize=(4.8, 3.2))
axes.contour(
    x, y, 0.5 * (x**2 + 15 * y**2), levels=[0.5, 2, 6, 12, 20, 30], colors="gray",
    linewidths=0.5,
)  # fmt: skip
colors = ["#d9480f", "#1c7ed6", "#2b8a3e"]
for color, (name, path) in zip(colors, paths.items(), strict=True):
    axes.plot(*zip(*path, strict=True), ".-", markersize=3, color=color, label=name)
axes.set(xlabel="w[0]", ylabel="w[1]")
axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0),
            fontsize=8, columnspacing=1)  # fmt: skip
figure.savefig("optimizers_bowl.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
