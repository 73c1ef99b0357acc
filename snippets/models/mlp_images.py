# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Digits moved by one and two pixels: an MLP and two CNNs."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:models]
digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32)
images = nn.functional.pad(images, (2, 2, 2, 2))[:, None]  # (1797, 1, 12, 12)
labels = torch.tensor(digits.target)
x_train, y_train = images[:1200], labels[:1200]
x_val, y_val = images[1200:], labels[1200:]


def mlp():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(144, 64), nn.ReLU(), nn.Linear(64, 10)
    )


def convolutions():
    return [
        nn.Conv2d(1, 16, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),  # (batch, 16, 6, 6)
        nn.Conv2d(16, 32, 3, padding=1),
        nn.ReLU(),
    ]


def cnn_flatten():
    return nn.Sequential(*convolutions(), nn.Flatten(), nn.Linear(32 * 36, 10))


def cnn_average():
    average = nn.AdaptiveAvgPool2d(1)  # (batch, 32, 1, 1)
    return nn.Sequential(*convolutions(), average, nn.Flatten(), nn.Linear(32, 10))


# --8<-- [end:models]


# --8<-- [start:shifted]
def shift(x, down, right):
    return x.roll((down, right), (2, 3))  # the border is empty: nothing wraps


def train(build, seed, moved):
    torch.manual_seed(seed)
    model = build()
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.005, fused=True)
    for _ in range(15):
        for index in torch.randperm(1200).split(64):
            by = torch.randint(-2, 3, (2,)).tolist() if moved else (0, 0)
            optimizer.zero_grad()
            logits = model(shift(x_train[index], *by))
            nn.functional.cross_entropy(logits, y_train[index]).backward()
            optimizer.step()
    return model


@torch.no_grad()
def accuracy(model, right):
    guesses = model(shift(x_val, 0, right)).argmax(1)
    return (guesses == y_val).float().mean().item()


for moved in (False, True):
    print(f"images moved in training: {moved}")
    for build in (mlp, cnn_flatten, cnn_average):
        for seed in range(2):
            model = train(build, seed, moved)
            values = [f"{accuracy(model, right):4.0%}" for right in (0, 1, 2)]
            print(f"{build.__name__:<11}", *values)
# > images moved in training: False
# ~ mlp          91%  53%  14%
# ~ mlp          92%  53%  12%
# ~ cnn_flatten  95%  57%  12%
# ~ cnn_flatten  95%  64%  24%
# ~ cnn_average  83%  74%  80%
# ~ cnn_average  76%  70%  73%
# > images moved in training: True
# ~ mlp          66%  66%  62%
# ~ mlp          64%  80%  68%
# ~ cnn_flatten  89%  88%  75%
# ~ cnn_flatten  93%  93%  92%
# ~ cnn_average  64%  66%  64%
# ~ cnn_average  76%  75%  71%
# --8<-- [end:shifted]
