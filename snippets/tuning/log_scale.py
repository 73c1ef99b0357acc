# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Learning rates belong on a log scale: where the draws fall, and what is found."""

import itertools
import random

import torch
from sklearn.datasets import load_digits
from torch import nn

torch.set_default_dtype(torch.float64)  # the same choice on every CPU
digits = load_digits()
images, labels = torch.tensor(digits.data / 16), torch.tensor(digits.target)


def train(optimizer_class, lr, seed, epochs=30):
    """Validation accuracy of one small network."""
    order = torch.randperm(1797, generator=torch.Generator().manual_seed(seed))
    train_rows, val_rows = order[:300], order[300:800]
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        optimizer.zero_grad()
        criterion(model(images[train_rows]), labels[train_rows]).backward()
        optimizer.step()
    with torch.no_grad():
        said = model(images[val_rows]).argmax(1)
    return (said == labels[val_rows]).double().mean().item()


# --8<-- [start:draws]
rng = random.Random(0)
draws = {
    "uniform": [rng.uniform(0.0001, 1) for _ in range(10_000)],
    "log": [10 ** rng.uniform(-4, 0) for _ in range(10_000)],
}
print("         0.0001-0.001  to 0.01  to 0.1    to 1")
# >          0.0001-0.001  to 0.01  to 0.1    to 1
for name, rates in draws.items():
    edges = [0.0001, 0.001, 0.01, 0.1, 1]
    counts = [
        sum(a <= lr < b for lr in rates) for a, b in itertools.pairwise(edges)
    ]
    a, b, c, d = (count / len(rates) for count in counts)
    print(f"{name:<8} {a:>12.1%} {b:>8.1%} {c:>7.1%} {d:>7.1%}")
# > uniform          0.1%     1.0%    9.2%   89.7%
# > log             25.1%    24.3%   25.6%   25.0%
# --8<-- [end:draws]

# --8<-- [start:found]
print("best of 8 on validation rows    uniform    log")
# > best of 8 on validation rows    uniform    log
for optimizer_class in (torch.optim.AdamW, torch.optim.SGD):
    for seed in range(5):
        rng = random.Random(seed)
        rates = [rng.uniform(0.0001, 1) for _ in range(8)]
        uniform = max(train(optimizer_class, lr, seed) for lr in rates)
        rates = [10 ** rng.uniform(-4, 0) for _ in range(8)]
        log = max(train(optimizer_class, lr, seed) for lr in rates)
        name = f"{optimizer_class.__name__}, seed {seed}"
        print(f"{name:<30} {uniform:>8.1%} {log:>6.1%}")
# > AdamW, seed 0                     21.8%  91.2%
# > AdamW, seed 1                     91.6%  94.2%
# > AdamW, seed 2                     90.4%  90.6%
# > AdamW, seed 3                     90.6%  92.6%
# > AdamW, seed 4                     92.8%  90.2%
# > SGD, seed 0                       88.6%  85.8%
# > SGD, seed 1                       88.0%  64.8%
# > SGD, seed 2                       87.8%  72.2%
# > SGD, seed 3                       86.2%  88.2%
# > SGD, seed 4                       85.6%  83.0%
# --8<-- [end:found]

# --8<-- [start:logspace]
wrong = torch.logspace(0.001, 1, 4)  # these are exponents
right = torch.logspace(-3, 0, 4)
print([round(lr, 2) for lr in wrong.tolist()])
# > [1.0, 2.16, 4.65, 10.0]
print([round(lr, 3) for lr in right.tolist()])
# > [0.001, 0.01, 0.1, 1.0]
# --8<-- [end:logspace]

# --8<-- [start:exponent]
try:
    torch.optim.SGD([torch.zeros(1)], lr=random.Random(0).uniform(-4, -1))
except ValueError as error:
    print(error)
# > Invalid learning rate: -1.4667344454248559
# --8<-- [end:exponent]
