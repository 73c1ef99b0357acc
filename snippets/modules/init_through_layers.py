# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["init_through_layers.svg"]
# ///
"""The size of the activations through twenty layers, by activation function and first weights."""

import matplotlib.pyplot as plt
import torch
from torch import nn

# --8<-- [start:through]
FILL = {
    "normal, std 0.01": lambda weight: nn.init.normal_(weight, std=0.01),
    "normal, std 0.2": lambda weight: nn.init.normal_(weight, std=0.2),
    "default": lambda weight: nn.init.kaiming_uniform_(weight, a=5**0.5),
    "Xavier": nn.init.xavier_normal_,
    "Kaiming": lambda weight: nn.init.kaiming_normal_(weight, nonlinearity="relu"),
}


def sizes(fill, activation):
    torch.manual_seed(0)
    outputs = torch.randn(512, 256)  # (batch, features)
    found = []
    for _ in range(20):
        layer = nn.Linear(256, 256, bias=False)
        fill(layer.weight)
        with torch.no_grad():
            outputs = activation(layer(outputs))
        found.append(outputs.std().item())
    return found


measured = {
    activation.__name__: {
        name: sizes(fill, activation) for name, fill in FILL.items()
    }
    for activation in (torch.relu, torch.tanh)
}
for activation, curves in measured.items():
    for name, curve in curves.items():
        print(
            f"{activation} {name:16} layer 1: {curve[0]:.1e}"
            f" layer 10: {curve[9]:.1e} layer 20: {curve[19]:.1e}"
        )
# > relu normal, std 0.01 layer 1: 9.3e-02 layer 10: 2.7e-10 layer 20: 1.0e-19
# > relu normal, std 0.2  layer 1: 1.9e+00 layer 10: 2.8e+03 layer 20: 1.1e+07
# > relu default          layer 1: 3.4e-01 layer 10: 1.2e-04 layer 20: 1.6e-08
# > relu Xavier           layer 1: 5.8e-01 layer 10: 2.5e-02 layer 20: 8.5e-04
# > relu Kaiming          layer 1: 8.3e-01 layer 10: 7.9e-01 layer 20: 8.7e-01
# > tanh normal, std 0.01 layer 1: 1.6e-01 layer 10: 1.1e-08 layer 20: 1.2e-16
# > tanh normal, std 0.2  layer 1: 8.7e-01 layer 10: 8.5e-01 layer 20: 8.5e-01
# > tanh default          layer 1: 4.6e-01 layer 10: 3.0e-03 layer 20: 1.2e-05
# > tanh Xavier           layer 1: 6.3e-01 layer 10: 2.3e-01 layer 20: 1.6e-01
# > tanh Kaiming          layer 1: 7.2e-01 layer 10: 5.6e-01 layer 20: 5.5e-01
# --8<-- [end:through]

# --8<-- [start:few]
curve = measured["relu"]["default"]
print("default, relu:", [round(size, 3) for size in curve[:4]])
# > default, relu: [0.339, 0.141, 0.061, 0.026]


def at_the_ends(fill):
    torch.manual_seed(0)
    outputs = torch.randn(512, 256)
    for _ in range(20):
        layer = nn.Linear(256, 256, bias=False)
        fill(layer.weight)
        with torch.no_grad():
            outputs = torch.tanh(layer(outputs))
    return (outputs.abs() > 0.9).float().mean().item()


for name in ("normal, std 0.2", "Xavier"):
    print(
        f"tanh, {name:15}: {at_the_ends(FILL[name]):.0%} beyond 0.9 after 20 layers"
    )
# > tanh, normal, std 0.2: 58% beyond 0.9 after 20 layers
# > tanh, Xavier         : 0% beyond 0.9 after 20 layers
# --8<-- [end:few]

# --8<-- [start:figure]
colors = ["gray", "#e64980", "#1c7ed6", "#2b8a3e", "#d9480f"]
fig, axes = plt.subplots(1, 2, figsize=(4.8, 3), sharey=True)
for ax, (activation, curves) in zip(axes, measured.items(), strict=True):
    for color, (name, curve) in zip(colors, curves.items(), strict=True):
        ax.plot(range(1, 21), curve, color=color, label=name)
    ax.set(title=activation, xlabel="layer", yscale="log", xticks=[1, 10, 20])
axes[0].set(ylabel="std of the activations", ylim=(1e-10, 1e8))
axes[0].yaxis.set_major_formatter("{x:.0e}")
fig.legend(
    *axes[0].get_legend_handles_labels(),
    frameon=False,
    ncols=2,
    loc="lower center",
    bbox_to_anchor=(0.5, 1.0),
)
fig.tight_layout()
fig.savefig("init_through_layers.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
