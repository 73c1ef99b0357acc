# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["sched.cosine-abrupt"]
# figures = ["schedulers_cosine.svg"]
# ///
"""CosineAnnealingLR is smooth; the sudden jumps belong to the version with restarts."""

from itertools import pairwise

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, CosineAnnealingWarmRestarts


# --8<-- [start:cosine]
def rates(scheduler_class, steps, **options):
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = scheduler_class(optimizer, **options)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


smooth = rates(CosineAnnealingLR, 25, T_max=12)
restarts = rates(CosineAnnealingWarmRestarts, 25, T_0=12)
print(
    "call     ",
    " ".join(f"{step:4}" for step in (0, 1, 3, 6, 9, 11, 12, 13, 18, 24)),
)
# > call         0    1    3    6    9   11   12   13   18   24
for name, found in (("cosine", smooth), ("restarts", restarts)):
    shown = [found[step] for step in (0, 1, 3, 6, 9, 11, 12, 13, 18, 24)]
    print(f"{name:9}", " ".join(f"{lr:.2f}" for lr in shown))
# > cosine    1.00 0.98 0.85 0.50 0.15 0.02 0.00 0.02 0.50 1.00
# > restarts  1.00 0.98 0.85 0.50 0.15 0.02 1.00 0.98 0.50 1.00
for name, found in (("cosine", smooth), ("restarts", restarts)):
    changes = [abs(b - a) for a, b in pairwise(found)]
    print(f"{name:9} largest change between two calls: {max(changes):.2f}")
# > cosine    largest change between two calls: 0.13
# > restarts  largest change between two calls: 0.98
# --8<-- [end:cosine]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 2.8))
axes.plot(smooth, ".-", color="#1c7ed6", label="CosineAnnealingLR(T_max=12)")
axes.plot(restarts, ".--", color="#d9480f", label="...WarmRestarts(T_0=12)")
axes.axvline(12, color="gray", linewidth=0.5)
axes.set(xlabel="calls of scheduler.step()", ylabel="learning rate")
axes.legend(
    frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1.0), fontsize=9
)
figure.savefig("schedulers_cosine.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
