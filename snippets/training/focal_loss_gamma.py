# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["focal_loss_gamma.svg"]
# ///
"""What gamma does: the loss over the probability of the true class."""

import matplotlib.pyplot as plt
import torch
from torch.nn import functional as F

from torchbyexample.losses import binary_focal_loss

# --8<-- [start:gamma]
probabilities = torch.tensor([0.95, 0.9, 0.5, 0.1])  # of the true class
for gamma in (0.0, 0.5, 1.0, 2.0, 5.0):
    losses = binary_focal_loss(
        probabilities.logit(), torch.ones(4), gamma, reduction="none"
    )
    values = "  ".join(f"{loss:.4f}" for loss in losses)
    print(f"{gamma=}   {values}   easy/hard {losses[0] / losses[3]:.6f}")
# > gamma=0.0   0.0513  0.1054  0.6931  2.3026   easy/hard 0.022276
# > gamma=0.5   0.0115  0.0333  0.4901  2.1844   easy/hard 0.005251
# > gamma=1.0   0.0026  0.0105  0.3466  2.0723   easy/hard 0.001238
# > gamma=2.0   0.0001  0.0011  0.1733  1.8651   easy/hard 0.000069
# > gamma=5.0   0.0000  0.0000  0.0217  1.3597   easy/hard 0.000000
# --8<-- [end:gamma]

# --8<-- [start:never-more]
logits = torch.linspace(-8, 8, 101)
plain = F.binary_cross_entropy_with_logits(
    logits, torch.ones(101), reduction="none"
)
focal = binary_focal_loss(logits, torch.ones(101), reduction="none")
print(f"{bool((focal <= plain).all())=}")
# > bool((focal <= plain).all())=True
# --8<-- [end:never-more]

# --8<-- [start:figure]
colors = ("gray", "#1c7ed6", "#2b8a3e", "#d9480f")
p = torch.linspace(0.02, 0.98, 49)
figure, axes = plt.subplots(figsize=(4.8, 3))
for gamma, color in zip((0.0, 1.0, 2.0, 5.0), colors, strict=True):
    loss = binary_focal_loss(p.logit(), torch.ones(49), gamma, reduction="none")
    axes.plot(p, loss, label=f"gamma={gamma:g}", color=color)
axes.set(xlabel="probability of the true class", ylabel="loss", ylim=(0, 4))
axes.legend(frameon=False)
figure.savefig("focal_loss_gamma.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
