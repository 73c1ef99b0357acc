# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["losses_curves.svg"]
# ///
"""Four losses for regression: how they grow with the error, and how hard an outlier pulls."""

import matplotlib.pyplot as plt
import torch
from torch import nn

# --8<-- [start:curves]
losses = {
    "MSELoss": nn.MSELoss(reduction="none"),
    "L1Loss": nn.L1Loss(reduction="none"),
    "SmoothL1Loss(beta=1)": nn.SmoothL1Loss(beta=1.0, reduction="none"),
    "HuberLoss(delta=2)": nn.HuberLoss(delta=2.0, reduction="none"),
}
errors = torch.tensor([0.5, 1.0, 10.0])
for name, criterion in losses.items():
    outputs = errors.clone().requires_grad_()
    loss = criterion(outputs, torch.zeros(3))
    loss.sum().backward()
    values = " ".join(f"{value:7.3f}" for value in loss.tolist())
    gradients = " ".join(f"{value:4.1f}" for value in outputs.grad.tolist())
    print(f"{name:20} loss {values}  gradient {gradients}")
# > MSELoss              loss   0.250   1.000 100.000  gradient  1.0  2.0 20.0
# > L1Loss               loss   0.500   1.000  10.000  gradient  1.0  1.0  1.0
# > SmoothL1Loss(beta=1) loss   0.125   0.500   9.500  gradient  0.5  1.0  1.0
# > HuberLoss(delta=2)   loss   0.125   0.500  18.000  gradient  0.5  1.0  2.0
# --8<-- [end:curves]

# --8<-- [start:same]
outputs, targets = torch.linspace(-4, 4, 9), torch.zeros(9)
smooth = nn.SmoothL1Loss(beta=2.0, reduction="none")(outputs, targets)
huber = nn.HuberLoss(delta=2.0, reduction="none")(outputs, targets)
print(f"{torch.allclose(2.0 * smooth, huber)=}")
# > torch.allclose(2.0 * smooth, huber)=True
# --8<-- [end:same]

# --8<-- [start:outlier]
targets = torch.tensor([1.0, 2.0, 3.0, 4.0, 90.0])
for name, criterion in losses.items():
    guess = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.Adam([guess], lr=0.1)
    for _ in range(1500):
        optimizer.zero_grad()
        loss = criterion(guess.expand(5), targets).mean()
        loss.backward()
        optimizer.step()
    print(f"{name:20} best single guess {guess.item():.1f}")
# > MSELoss              best single guess 20.0
# > L1Loss               best single guess 3.0
# > SmoothL1Loss(beta=1) best single guess 3.0
# > HuberLoss(delta=2)   best single guess 3.0
# --8<-- [end:outlier]

# --8<-- [start:figure]
colors = ("#1c7ed6", "#2b8a3e", "#d9480f", "#e64980")
x = torch.linspace(-3, 3, 61)
figure, axes = plt.subplots(figsize=(4.8, 3))
for (name, criterion), color in zip(losses.items(), colors, strict=True):
    style = "--" if name.startswith("Huber") else "-"
    axes.plot(x, criterion(x, torch.zeros(61)), style, label=name, color=color)
axes.set(xlabel="output - target", ylabel="loss", ylim=(0, 5))
axes.legend(frameon=False, ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("losses_curves.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
