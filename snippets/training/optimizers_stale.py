# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A layer that was replaced after the optimizer was made never learns."""

import torch
from torch import nn


# --8<-- [start:stale]
def moved(optimizer_first):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1000))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model[2] = nn.Linear(8, 3)  # a new head for three classes
    if not optimizer_first:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    before = model[2].weight.detach().clone()
    inputs, targets = torch.randn(16, 4), torch.randint(3, (16,))
    loss = nn.functional.cross_entropy(model(inputs), targets)
    loss.backward()
    optimizer.step()
    return (model[2].weight - before).abs().sum().item()


print(f"optimizer made first:     the head moved by {moved(True):.4f}")
# > optimizer made first:     the head moved by 0.0000
print(f"optimizer made after it:  the head moved by {moved(False):.4f}")
# > optimizer made after it:  the head moved by 0.0977
# --8<-- [end:stale]
