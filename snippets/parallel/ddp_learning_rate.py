# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Twice as many samples a step, as with a second process: half the steps. What that does, and a larger learning rate."""

# --8<-- [start:rate]
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
targets = torch.tensor(digits.target)


def loss_after(optimizer_class, batch_size, lr, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss()
    for _ in range(3):  # epochs
        for batch in torch.randperm(1500).split(batch_size):
            optimizer.zero_grad()
            criterion(model(inputs[batch]), targets[batch]).backward()
            optimizer.step()
    with torch.no_grad():
        return criterion(model(inputs[1500:]), targets[1500:]).item()


for optimizer_class, lr in ((torch.optim.SGD, 0.1), (torch.optim.AdamW, 0.003)):
    for batch_size, times in ((16, 1), (32, 1), (32, 2)):
        losses = [
            round(loss_after(optimizer_class, batch_size, lr * times, seed), 2)
            for seed in range(3)
        ]
        print(f"{optimizer_class.__name__} {batch_size=} lr x {times}: {losses}")
# > SGD batch_size=16 lr x 1: [0.52, 0.51, 0.56]
# > SGD batch_size=32 lr x 1: [0.95, 0.9, 1.05]
# > SGD batch_size=32 lr x 2: [0.53, 0.52, 0.56]
# > AdamW batch_size=16 lr x 1: [0.45, 0.45, 0.46]
# > AdamW batch_size=32 lr x 1: [0.58, 0.56, 0.62]
# > AdamW batch_size=32 lr x 2: [0.41, 0.42, 0.44]
# --8<-- [end:rate]
