# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["tune.grid-random"]
# ///
"""A random search in ten lines, a grid, and what each of them tries."""

import itertools
import random

import torch
from sklearn.datasets import load_digits
from torch import nn

torch.set_default_dtype(torch.float64)  # the same choice on every CPU
digits = load_digits()
images, labels = torch.tensor(digits.data / 16), torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))

# --8<-- [start:answer]
rng = random.Random(0)


def draw():
    return {"lr": 10 ** rng.uniform(-4, 0), "hidden": rng.choice([8, 16, 32])}


# --8<-- [end:answer]

# --8<-- [start:smallest]
train_rows, val_rows, test_rows = order[:300], order[300:800], order[800:]


def accuracy(model, rows):
    with torch.no_grad():
        return (
            (model(images[rows]).argmax(1) == labels[rows]).double().mean().item()
        )


def train(lr, hidden, epochs=30):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):  # one batch holds all 300 rows
        optimizer.zero_grad()
        criterion(model(images[train_rows]), labels[train_rows]).backward()
        optimizer.step()
    return model


trials = []
for _ in range(12):
    settings = draw()
    model = train(**settings)  # a new model for each trial
    trials.append((accuracy(model, val_rows), settings))
trials.sort(key=lambda trial: trial[0], reverse=True)
for score, settings in trials[:3] + trials[-1:]:
    print(f"{score:.1%}  lr={settings['lr']:.4f}  hidden={settings['hidden']}")
# > 93.4%  lr=0.8534  hidden=32
# > 92.0%  lr=0.7434  hidden=16
# > 91.4%  lr=0.4061  hidden=16
# > 9.8%  lr=0.0104  hidden=16
model = train(**trials[0][1])
print(f"test, once, at the end: {accuracy(model, test_rows):.1%}")
# > test, once, at the end: 91.0%
# --8<-- [end:smallest]

# --8<-- [start:grid]
axes = {"lr": [0.001, 0.01, 0.1], "weight_decay": [0, 0.001, 0.01]}
grid = [dict(zip(axes, v, strict=True)) for v in itertools.product(*axes.values())]
drawn = [(10 ** rng.uniform(-3, -1), 10 ** rng.uniform(-4, -2)) for _ in range(9)]
print(f"grid:   {len(grid)} trials, {len({g['lr'] for g in grid})} learning rates")
# > grid:   9 trials, 3 learning rates
print(f"random: {len(drawn)} trials, {len({lr for lr, _ in drawn})} learning rates")
# > random: 9 trials, 9 learning rates
print(grid[:2])
# > [{'lr': 0.001, 'weight_decay': 0}, {'lr': 0.001, 'weight_decay': 0.001}]
print("three values each:", {n: f"{3**n} trials" for n in range(1, 7)})
# > three values each: {1: '3 trials', 2: '9 trials', 3: '27 trials', 4: '81 trials', 5: '243 trials', 6: '729 trials'}
# --8<-- [end:grid]
