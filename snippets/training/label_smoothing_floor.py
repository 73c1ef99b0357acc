# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["label_smoothing_floor.svg"]
# ///
"""The loss over how sure the model is: with smoothing it has a lowest point, and then rises."""

import math

import matplotlib.pyplot as plt
import torch
from torch.nn import functional as F

# --8<-- [start:sure]
targets = torch.tensor([1])
for lead in (0.0, 2.0, 4.0, 10.0, 20.0):
    logits = torch.tensor([[0.0, lead, 0.0]])
    plain = F.cross_entropy(logits, targets)
    smoothed = F.cross_entropy(logits, targets, label_smoothing=0.1)
    p = logits.softmax(dim=1)[0, 1]
    print(f"{lead=:4.1f}   p {p:.4f}   plain {plain:.4f}   smoothed {smoothed:.4f}")
# > lead= 0.0   p 0.3333   plain 1.0986   smoothed 1.0986
# > lead= 2.0   p 0.7870   plain 0.2395   smoothed 0.3729
# > lead= 4.0   p 0.9647   plain 0.0360   smoothed 0.3026
# > lead=10.0   p 0.9999   plain 0.0001   smoothed 0.6668
# > lead=20.0   p 1.0000   plain 0.0000   smoothed 1.3333
# --8<-- [end:sure]

# --8<-- [start:floor]
for classes in (3, 10, 1000):
    share = 0.1 / classes
    true = 1 - 0.1 + share
    lead = math.log(true / share)
    logits = torch.zeros(1, classes)
    logits[0, 1] = lead
    loss = F.cross_entropy(logits, targets, label_smoothing=0.1)
    print(
        f"{classes:4} classes: best lead {lead:5.2f}   p {true:.4f}   loss {loss:.4f}"
    )
# >    3 classes: best lead  3.33   p 0.9333   loss 0.2911
# >   10 classes: best lead  4.51   p 0.9100   loss 0.5003
# > 1000 classes: best lead  9.11   p 0.9001   loss 1.0148
# --8<-- [end:floor]

# --8<-- [start:figure]
leads = torch.linspace(-2, 12, 57)
logits = torch.zeros(57, 3)
logits[:, 1] = leads
labels = torch.ones(57, dtype=torch.long)
figure, axes = plt.subplots(figsize=(4.8, 3))
for e, color in zip((0.0, 0.1, 0.3), ("gray", "#1c7ed6", "#d9480f"), strict=True):
    each = F.cross_entropy(logits, labels, label_smoothing=e, reduction="none")
    axes.plot(leads, each, label=f"label_smoothing={e:g}", color=color)
    if e:
        lowest = each.argmin()
        axes.plot(leads[lowest], each[lowest], "o", color=color)
axes.set(xlabel="lead of the true class's logit", ylabel="loss", ylim=(0, 3))
axes.legend(frameon=False)
figure.savefig("label_smoothing_floor.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
