# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["functional_activation.svg"]
# ///
"""Why an activation: Linear after Linear is one Linear, and what a model without one cannot learn."""

import matplotlib.pyplot as plt

# --8<-- [start:one-linear]
import torch
from torch import nn

torch.manual_seed(0)
first, second, one = nn.Linear(3, 5), nn.Linear(5, 2), nn.Linear(3, 2)
with torch.no_grad():
    one.weight.copy_(second.weight @ first.weight)
    one.bias.copy_(second.weight @ first.bias + second.bias)

x = torch.randn(100, 3)
print("without:", torch.allclose(second(first(x)), one(x), atol=1e-6))
# > without: True
print("with ReLU:", torch.allclose(second(first(x).relu()), one(x), atol=1e-6))
# > with ReLU: False
# --8<-- [end:one-linear]

# --8<-- [start:learns]
MODELS = {
    "Linear": lambda: nn.Sequential(nn.Linear(2, 1)),
    "Linear, Linear": lambda: nn.Sequential(nn.Linear(2, 16), nn.Linear(16, 1)),
    "Linear, ReLU, Linear": lambda: nn.Sequential(
        nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1)
    ),
    "Linear, Tanh, Linear": lambda: nn.Sequential(
        nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1)
    ),
}
points = torch.rand(200, 2) * 2 - 1
labels = (points[:, :1] * points[:, 1:] > 0).float()  # equal signs: a checkerboard


def train(make, optimizer_class, lr, seed):
    torch.manual_seed(seed)
    model = make()
    optimizer = optimizer_class(model.parameters(), lr=lr)
    for _ in range(200):
        optimizer.zero_grad()
        nn.functional.binary_cross_entropy_with_logits(
            model(points), labels
        ).backward()
        optimizer.step()
    return model


def accuracy(model):
    with torch.no_grad():
        return ((model(points) > 0) == labels.bool()).float().mean().item()


trained = {}
for optimizer_class, lr in ((torch.optim.SGD, 1.0), (torch.optim.AdamW, 0.03)):
    for name, make in MODELS.items():
        trained[name] = [
            train(make, optimizer_class, lr, seed) for seed in range(3)
        ]
        found = " ".join(f"{accuracy(model):.2f}" for model in trained[name])
        print(f"{optimizer_class.__name__:5} {name:20} accuracy {found}")
# > SGD   Linear               accuracy 0.55 0.55 0.55
# > SGD   Linear, Linear       accuracy 0.55 0.55 0.55
# > SGD   Linear, ReLU, Linear accuracy 1.00 1.00 1.00
# > SGD   Linear, Tanh, Linear accuracy 0.99 0.98 0.99
# > AdamW Linear               accuracy 0.55 0.55 0.55
# > AdamW Linear, Linear       accuracy 0.55 0.55 0.55
# > AdamW Linear, ReLU, Linear accuracy 1.00 1.00 1.00
# > AdamW Linear, Tanh, Linear accuracy 1.00 1.00 1.00
# --8<-- [end:learns]

# --8<-- [start:figure]
line = torch.linspace(-1, 1, 60)
grid = torch.cartesian_prod(line, line)
orange, blue = "#d9480f", "#1c7ed6"
figure, panels = plt.subplots(1, 2, figsize=(4.8, 2.6), sharey=True)
for axes, name in zip(
    panels, ("Linear, Linear", "Linear, ReLU, Linear"), strict=True
):
    with torch.no_grad():
        region = (trained[name][0](grid) > 0).float().reshape(60, 60).T
    axes.contourf(line, line, region, levels=1, colors=[orange, blue], alpha=0.3)
    colors = [blue if label else orange for label in labels[:80]]
    axes.scatter(*points[:80].T, c=colors, s=12)
    axes.set_title(name, fontsize=9)
figure.tight_layout()
figure.savefig("functional_activation.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
