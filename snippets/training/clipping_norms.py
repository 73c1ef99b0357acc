# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Norms of an untouched training first, then a limit, then what it changes."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:look]
digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32)  # (1797, 8, 8)
labels = torch.tensor(digits.target)
train_set = TensorDataset(images[:1437], labels[:1437])
criterion = nn.CrossEntropyLoss()


class RowReader(nn.Module):
    """Reads an image row by row: 8 steps of 8 pixels."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(8, 32, batch_first=True)
        self.head = nn.Linear(32, 10)

    def forward(self, inputs):  # (batch, 8, 8)
        hidden, _ = self.rnn(inputs)  # (batch, 8, 32)
        return self.head(hidden[:, -1])  # (batch, 10)


def train(optimizer_class, lr, max_norm=float("inf"), seed=0, epochs=6):
    torch.manual_seed(seed)
    loader = DataLoader(train_set, batch_size=64, shuffle=True)
    model = RowReader()
    optimizer = optimizer_class(model.parameters(), lr=lr)
    norms = []
    for _ in range(epochs):
        for inputs, targets in loader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), targets)
            loss.backward()
            norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm)
            norms.append(norm)
            optimizer.step()
    with torch.no_grad():
        loss = criterion(model(images[:1437]), labels[:1437]).item()
    return loss, torch.stack(norms)


SGD, AdamW = torch.optim.SGD, torch.optim.AdamW
_, norms = train(SGD, lr=0.1)
low, median, high = torch.quantile(norms, torch.tensor([0.1, 0.5, 0.9])).tolist()
print(
    f"{len(norms)} steps, norms: a tenth below {low:.1f}, half below {median:.1f},"
)
# > 138 steps, norms: a tenth below 0.3, half below 0.5,
print(f"nine tenths below {high:.1f}, the largest {norms.max():.1f}")
# > nine tenths below 0.8, the largest 1.2
# --8<-- [end:look]

# --8<-- [start:share]
for max_norm in (10.0, 1.0, 0.1, 0.01):
    loss, norms = train(SGD, lr=0.1, max_norm=max_norm)
    clipped = (norms > max_norm).float().mean()
    print(f"{max_norm=:5}  clipped {clipped:4.0%} of the steps  {loss=:.2f}")
# > max_norm= 10.0  clipped   0% of the steps  loss=1.04
# > max_norm=  1.0  clipped   3% of the steps  loss=1.05
# > max_norm=  0.1  clipped 100% of the steps  loss=2.17
# > max_norm= 0.01  clipped 100% of the steps  loss=2.30
# --8<-- [end:share]

# --8<-- [start:helps]
worst = {}
print("final loss of five seeds; guessing has 2.30")
# > final loss of five seeds; guessing has 2.30
for name, optimizer_class, lr, max_norm in (
    ("SGD", SGD, 1.0, float("inf")),
    ("SGD", SGD, 1.0, 5.0),
    ("SGD", SGD, 1.0, 1.0),
    ("SGD", SGD, 0.5, float("inf")),
    ("AdamW", AdamW, 0.01, float("inf")),
    ("AdamW", AdamW, 0.01, 1.0),
):
    losses = [train(optimizer_class, lr, max_norm, seed)[0] for seed in range(5)]
    worst[name, lr, max_norm] = max(losses)
    text = " ".join(f"{loss:5.2f}" for loss in sorted(losses))
    print(f"{name:5} {lr=:4} {max_norm=:3} {text}")
# ~ SGD   lr= 1.0 max_norm=inf  0.27  0.63  0.66  5.40  9.84
# ~ SGD   lr= 1.0 max_norm=5.0  0.27  0.63  0.66  6.07  7.73
# ~ SGD   lr= 1.0 max_norm=1.0  0.18  0.30  0.33  0.48  0.87
# ~ SGD   lr= 0.5 max_norm=inf  0.19  0.24  0.29  0.32  1.00
# ~ AdamW lr=0.01 max_norm=inf  0.13  0.13  0.15  0.18  0.19
# ~ AdamW lr=0.01 max_norm=1.0  0.13  0.16  0.20  0.20  0.26
above = [choice for choice, loss in worst.items() if loss > 2.30]
print(f"the worst seed is above guessing in {len(above)} of {len(worst)} rows")
# > the worst seed is above guessing in 2 of 6 rows
# --8<-- [end:helps]
