# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Bagging networks: bootstrap samples against nothing but another seed."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)


# --8<-- [start:networks]
def train(x, y, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(150):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model(x_val).softmax(1).detach()


print("split   members                one by one  together")
# > split   members                one by one  together
for split in range(3):
    order = torch.randperm(1797, generator=torch.Generator().manual_seed(split))
    x, y = images[order[:300]], labels[order[:300]]
    x_val, y_val = images[order[300:]], labels[order[300:]]
    samples = []
    for seed in range(10):
        generator = torch.Generator().manual_seed(seed)
        samples.append(torch.randint(300, (300,), generator=generator))
    for name, p in {
        "bootstrap samples": [train(x[s], y[s], i) for i, s in enumerate(samples)],
        "all rows, other seeds": [train(x, y, i) for i in range(10)],
    }.items():
        p = torch.stack(p)
        single = (p.argmax(2) == y_val).float().mean()
        together = (p.mean(0).argmax(1) == y_val).float().mean()
        print(f"{split:>5}   {name:<22} {single:>10.1%} {together:>9.1%}")
# >     0   bootstrap samples           91.3%     94.1%
# >     0   all rows, other seeds       93.3%     94.3%
# >     1   bootstrap samples           90.6%     93.5%
# >     1   all rows, other seeds       93.3%     94.3%
# >     2   bootstrap samples           91.0%     94.1%
# >     2   all rows, other seeds       93.8%     94.5%
# --8<-- [end:networks]
