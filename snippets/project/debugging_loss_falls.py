# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Five trainings whose loss falls; three of them have a fault."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)


# --8<-- [start:train]
def train(seed, x, y, x_val, y_val, drop=0.0, eval_mode=True):
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Linear(64, 64), nn.ReLU(), nn.Dropout(drop), nn.Linear(64, 10)
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    losses = []
    for _ in range(60):
        model.train()
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    model.train(not eval_mode)
    accuracy = (model(x_val).argmax(1) == y_val).float().mean().item()
    return f"{losses[0]:.2f} -> {losses[-1]:.2f}, validation {accuracy:.0%}"


# --8<-- [end:train]

# --8<-- [start:falls]
for seed in range(3):
    order = torch.randperm(1797, generator=torch.Generator().manual_seed(seed))
    a, b = order[:1200], order[1200:]
    x, y, x_val, y_val = images[a], labels[a], images[b], labels[b]
    print(f"seed {seed}")
    print("  right                  ", train(seed, x, y, x_val, y_val))
    print("  validation not scaled  ", train(seed, x, y, x_val * 16, y_val))
    upright = x_val.view(-1, 8, 8).transpose(1, 2).reshape(-1, 64)
    print("  rows and columns swap  ", train(seed, x, y, upright, y_val))
    dropout = train(seed, x, y, x_val, y_val, drop=0.8)
    print("  Dropout                ", dropout)
    forgotten = train(seed, x, y, x_val, y_val, drop=0.8, eval_mode=False)
    print("  Dropout, eval() missing", forgotten)
# > seed 0
# >   right                   2.31 -> 0.06, validation 95%
# >   validation not scaled   2.31 -> 0.06, validation 95%
# >   rows and columns swap   2.31 -> 0.06, validation 11%
# >   Dropout                 2.33 -> 0.70, validation 96%
# >   Dropout, eval() missing 2.33 -> 0.70, validation 72%
# > seed 1
# >   right                   2.31 -> 0.05, validation 97%
# >   validation not scaled   2.31 -> 0.05, validation 97%
# >   rows and columns swap   2.31 -> 0.05, validation 9%
# >   Dropout                 2.32 -> 0.73, validation 95%
# >   Dropout, eval() missing 2.32 -> 0.73, validation 75%
# > seed 2
# >   right                   2.32 -> 0.06, validation 97%
# >   validation not scaled   2.32 -> 0.06, validation 97%
# >   rows and columns swap   2.32 -> 0.06, validation 8%
# >   Dropout                 2.35 -> 0.72, validation 95%
# >   Dropout, eval() missing 2.35 -> 0.72, validation 72%
# --8<-- [end:falls]
