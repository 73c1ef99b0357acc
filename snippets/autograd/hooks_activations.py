# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["hooks_activations.svg"]
# ///
"""Collect the spread of the activations of every layer with one hook, and draw it for three scales of weights."""

import matplotlib.pyplot as plt
import torch
from torch import nn


# --8<-- [start:spread]
def spread_by_layer(gain):
    torch.manual_seed(0)
    layers = []
    for _ in range(10):
        linear = nn.Linear(128, 128, bias=False)
        nn.init.normal_(linear.weight, std=gain / 128**0.5)
        layers += [linear, nn.Tanh()]
    model = nn.Sequential(*layers)

    spread, ends = [], []

    def note(module, args, output):
        spread.append(output.std().item())
        ends.append((output.abs() > 0.9).double().mean().item())

    for layer in model:
        if isinstance(layer, nn.Tanh):
            layer.register_forward_hook(note)
    with torch.no_grad():
        model(torch.randn(256, 128))
    return spread, ends[-1]


curves = {gain: spread_by_layer(gain) for gain in (0.5, 1.0, 3.0)}
for gain, (spread, ends) in curves.items():
    print(
        f"gain {gain}: layer 1 {spread[0]:.2f}, layer 10 {spread[-1]:.3f},"
        f" there beyond 0.9: {ends:.0%}"
    )
# > gain 0.5: layer 1 0.42, layer 10 0.001, there beyond 0.9: 0%
# > gain 1.0: layer 1 0.63, layer 10 0.224, there beyond 0.9: 0%
# > gain 3.0: layer 1 0.86, layer 10 0.837, there beyond 0.9: 56%
# --8<-- [end:spread]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
styles = {0.5: ("#d9480f", "--"), 1.0: ("#2b8a3e", "-"), 3.0: ("#1c7ed6", ":")}
for gain, (spread, _) in curves.items():
    colour, line = styles[gain]
    axes.plot(
        range(1, 11), spread, color=colour, linestyle=line, label=f"gain {gain}"
    )
axes.set(xlabel="layer", ylabel="spread of the activations", ylim=(0, 1))
axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("hooks_activations.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
