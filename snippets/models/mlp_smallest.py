# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["mlp_smallest.svg"]
# timeout = 180
# ///
"""Two circles, one inside the other: a line cannot part them, an MLP can."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import make_circles
from torch import nn

# --8<-- [start:answer]
model = nn.Sequential(
    nn.Linear(2, 16),  # (batch, 2) -> (batch, 16)
    nn.ReLU(),  # between the layers: without it they are one Linear
    nn.Linear(16, 2),  # (batch, 16) -> (batch, 2), one logit a class
)
# --8<-- [end:answer]


# --8<-- [start:smallest]
def circles(seed):
    x, y = make_circles(400, noise=0.1, factor=0.5, random_state=seed)
    return torch.tensor(x, dtype=torch.float32), torch.tensor(y)


device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
inputs, targets = (t.to(device) for t in circles(0))
x_val, y_val = (t.to(device) for t in circles(100))
criterion = nn.CrossEntropyLoss()


def train(build, seed, make_optimizer):
    torch.manual_seed(seed)
    model = build().to(device)
    optimizer = make_optimizer(model.parameters())
    for _ in range(200):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
    return model


@torch.no_grad()
def accuracy(model):
    return (model(x_val).argmax(1) == y_val).float().mean().item()


def linear():
    return nn.Linear(2, 2)


def mlp(hidden=16):
    return nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, 2))


def adamw(parameters):
    return torch.optim.AdamW(parameters, lr=0.02)


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.5)


for build in (linear, mlp):
    for optimizer in (adamw, sgd):
        scores = [accuracy(train(build, seed, optimizer)) for seed in range(3)]
        print(
            f"{build.__name__}, {optimizer.__name__}:",
            " ".join(f"{score:.0%}" for score in scores),
        )
# ~ linear, adamw: 50% 50% 50%
# ~ linear, sgd: 50% 50% 50%
# ~ mlp, adamw: 98% 99% 99%
# ~ mlp, sgd: 98% 99% 99%
print(f"MLP, SGD: {min(scores) > 0.9=} {max(scores) < 0.6=}")
# > MLP, SGD: min(scores) > 0.9=True max(scores) < 0.6=False
# --8<-- [end:smallest]

# --8<-- [start:width]
for hidden in (2, 3, 8):
    scores = [accuracy(train(lambda: mlp(hidden), s, adamw)) for s in range(5)]
    print(f"{hidden} hidden units:", " ".join(f"{score:.0%}" for score in scores))
# ~ 2 hidden units: 76% 50% 73% 63% 50%
# ~ 3 hidden units: 98% 76% 63% 97% 71%
# ~ 8 hidden units: 99% 98% 98% 99% 98%
# --8<-- [end:width]

grid = torch.linspace(-1.5, 1.5, 150)
points = torch.cartesian_prod(grid, grid).to(device)  # (22500, 2)
shown = {
    "linear": train(linear, 0, adamw),
    "3 hidden": train(lambda: mlp(3), 0, adamw),
    "16 hidden": train(mlp, 0, adamw),
}
figure, axes = plt.subplots(1, 3, figsize=(4.8, 2), layout="constrained")
for ax, (name, trained) in zip(axes, shown.items(), strict=True):
    with torch.no_grad():
        score = trained(points).diff(dim=1).reshape(150, 150).T.cpu()
    ax.contourf(
        grid,
        grid,
        score,
        levels=[-99, 0, 99],
        colors=["tab:blue", "tab:orange"],
        alpha=0.3,
    )
    for label, color in enumerate(["tab:blue", "tab:orange"]):
        dots = inputs[targets == label].cpu()
        ax.scatter(dots[:, 0], dots[:, 1], s=4, color=color)
    ax.set(title=name, xticks=[], yticks=[], aspect="equal")
figure.savefig("mlp_smallest.svg")
