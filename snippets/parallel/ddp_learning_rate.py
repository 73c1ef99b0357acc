# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Twice as many samples a step, as with a second process: half the steps. What that does, more epochs, and a larger learning rate."""

# --8<-- [start:rate]
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
targets = torch.tensor(digits.target)


def loss_after(optimizer_class, batch_size, lr, seed, epochs=3):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        for batch in torch.randperm(1500).split(batch_size):
            optimizer.zero_grad()
            criterion(model(inputs[batch]), targets[batch]).backward()
            optimizer.step()
    with torch.no_grad():
        return criterion(model(inputs[1500:]), targets[1500:]).item()


for optimizer_class, lr in ((torch.optim.SGD, 0.1), (torch.optim.AdamW, 0.003)):
    for batch_size, times, epochs in (
        (16, 1, 3),
        (32, 1, 3),
        (32, 1, 6),
        (32, 2, 3),
    ):
        losses = [
            loss_after(optimizer_class, batch_size, lr * times, seed, epochs)
            for seed in range(3)
        ]
        losses = " ".join(f"{loss:.2f}" for loss in losses)
        print(
            f"{optimizer_class.__name__} {batch_size=} lr x {times} {epochs=}: {losses}"
        )
# > SGD batch_size=16 lr x 1 epochs=3: 0.52 0.51 0.56
# > SGD batch_size=32 lr x 1 epochs=3: 0.95 0.90 1.05
# > SGD batch_size=32 lr x 1 epochs=6: 0.49 0.51 0.53
# > SGD batch_size=32 lr x 2 epochs=3: 0.53 0.52 0.56
# > AdamW batch_size=16 lr x 1 epochs=3: 0.45 0.45 0.46
# > AdamW batch_size=32 lr x 1 epochs=3: 0.58 0.56 0.62
# > AdamW batch_size=32 lr x 1 epochs=6: 0.42 0.41 0.41
# > AdamW batch_size=32 lr x 2 epochs=3: 0.41 0.42 0.44
# --8<-- [end:rate]

# --8<-- [start:high]
for optimizer_class, lr in ((torch.optim.SGD, 0.8), (torch.optim.AdamW, 0.1)):
    usual, doubled = (
        [loss_after(optimizer_class, 16 * n, lr * n, seed) for seed in range(3)]
        for n in (1, 2)
    )
    worse = all(b > a for a, b in zip(usual, doubled, strict=True))
    print(f"{optimizer_class.__name__} {lr=}: twice the rate is worse: {worse}")
    print(f"  losses {[round(loss, 2) for loss in usual + doubled]}")
# > SGD lr=0.8: twice the rate is worse: True
# ~   losses [0.49, 0.39, 0.65, 2.12, 2.49, 2.31]
# > AdamW lr=0.1: twice the rate is worse: True
# ~   losses [0.89, 0.65, 0.7, 1.56, 1.52, 1.2]
# --8<-- [end:high]
