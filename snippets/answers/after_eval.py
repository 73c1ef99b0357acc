# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The accuracy drops after eval(): the same training rows in both modes tell the causes apart."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:after-eval]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # 0 to 1
labels = torch.tensor(digits.target)
inputs, targets = images[:1200], labels[:1200]
val_inputs, val_targets = images[1200:], labels[1200:]


def fit(rows_of, steps, lr, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Linear(64, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 10)
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    for step in range(steps):
        rows = rows_of(step)
        loss = nn.functional.cross_entropy(model(inputs[rows]), targets[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


@torch.no_grad()
def accuracy(model, batches):
    hits = [(model(x).argmax(1) == y).float() for x, y in batches]
    return torch.cat(hits).mean().item()


def mixed(step):
    return torch.randint(1200, (64,))


def two(step):
    return torch.randint(1200, (2,))


def one_class(step):
    rows = (targets == step % 10).nonzero()[:, 0]
    return rows[torch.randint(len(rows), (64,))]


for name, rows_of, steps, lr, factor in (
    ("healthy", mixed, 200, 0.01, 1),
    ("5 batches", mixed, 5, 0.05, 1),
    ("batches of 2", two, 400, 0.01, 1),
    ("batches of one class", one_class, 200, 0.01, 1),
    ("0 to 255 at evaluation", mixed, 200, 0.01, 255),
):
    for seed in range(2):
        model = fit(rows_of, steps, lr, seed)
        seen = [(inputs[r], targets[r]) for r in map(rows_of, range(100))]
        model.eval()
        val = accuracy(model, [(val_inputs * factor, val_targets)])
        again = accuracy(model, seen)
        model.train()
        train = accuracy(model, seen)  # last: train() moves the statistics
        print(f"{name}, {seed=}: train() {train:.1f}, eval() {again:.1f}", end=", ")
        print(f"validation {val:.1f}")
# ~ healthy, seed=0: train() 1.0, eval() 1.0, validation 0.9
# ~ healthy, seed=1: train() 1.0, eval() 1.0, validation 0.9
# ~ 5 batches, seed=0: train() 0.9, eval() 0.8, validation 0.8
# ~ 5 batches, seed=1: train() 0.9, eval() 0.8, validation 0.8
# ~ batches of 2, seed=0: train() 0.5, eval() 0.8, validation 0.8
# ~ batches of 2, seed=1: train() 0.4, eval() 0.7, validation 0.7
# ~ batches of one class, seed=0: train() 0.4, eval() 0.1, validation 0.1
# ~ batches of one class, seed=1: train() 0.3, eval() 0.1, validation 0.1
# ~ 0 to 255 at evaluation, seed=0: train() 1.0, eval() 1.0, validation 0.7
# ~ 0 to 255 at evaluation, seed=1: train() 1.0, eval() 1.0, validation 0.7
# --8<-- [end:after-eval]
