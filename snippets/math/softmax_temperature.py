# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["softmax_temperature.svg"]
# ///
"""Dividing the logits by a temperature: surer below 1, more even above 1."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:temperature]
logits = torch.tensor([2.0, 1.0, 0.1, -1.0])

for temperature in (0.1, 0.5, 1.0, 2.0, 10.0):
    p = (logits / temperature).softmax(dim=0)
    row = "  ".join(f"{value:.3f}" for value in p.tolist())
    print(f"T {temperature:4}: {row}   argmax {p.argmax()}")
# > T  0.1: 1.000  0.000  0.000  0.000   argmax 0
# > T  0.5: 0.862  0.117  0.019  0.002   argmax 0
# > T  1.0: 0.638  0.235  0.095  0.032   argmax 0
# > T  2.0: 0.451  0.274  0.174  0.101   argmax 0
# > T 10.0: 0.288  0.261  0.238  0.213   argmax 0
# --8<-- [end:temperature]

# --8<-- [start:sampling]
torch.manual_seed(0)
for temperature in (0.1, 1.0, 10.0):
    p = (logits / temperature).softmax(dim=0)
    draws = torch.multinomial(p, 1000, replacement=True)
    print(
        f"T {temperature:4}: {draws.bincount(minlength=4).tolist()} of 1,000 draws"
    )
# > T  0.1: [1000, 0, 0, 0] of 1,000 draws
# > T  1.0: [658, 212, 100, 30] of 1,000 draws
# > T 10.0: [272, 274, 227, 227] of 1,000 draws
# --8<-- [end:sampling]

# --8<-- [start:figure]
figure, panels = plt.subplots(2, 2, figsize=(4.8, 3.6), sharex=True, sharey=True)
colors = ["#d9480f", "#1971c2", "#2b8a3e", "#9c36b5"]
for axes, temperature in zip(panels.flat, (0.5, 1.0, 2.0, 10.0), strict=True):
    p = (logits / temperature).softmax(dim=0)
    bars = axes.bar(range(4), p, color=colors)
    axes.bar_label(bars, fmt="%.2f", fontsize=9)
    axes.set(title=f"T = {temperature:g}", ylim=(0, 1.1), xticks=range(4))
for axes in panels[1]:
    axes.set_xlabel("class")
for axes in panels[:, 0]:
    axes.set_ylabel("probability")
figure.tight_layout()
figure.savefig("softmax_temperature.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
