# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Outputs that hardly depend on the input: one class for all, or the mean."""

import torch
from sklearn.datasets import load_diabetes, load_digits
from torch import nn

# --8<-- [start:constant]
digits = load_digits()
images = torch.tensor(digits.data, dtype=torch.float32)  # 0 to 16
labels = torch.tensor(digits.target)


def classify(cause, x, y=labels, lr=0.01, weight=None):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    for _ in range(100):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y, weight=weight)
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        hidden, logits = model[:2](x), model(x)
    classes = len(logits.argmax(1).unique())
    spread = [values.std(0).mean() for values in (x, hidden, logits)]
    print(f"{cause:<22} {classes:2} classes | spread", end=" ")
    print(*(f"{value:.0e}" for value in spread))


scaled = images / 16
rare = torch.where(labels < 9, 0, 1)  # nines against the rest

print(" " * 37, "of inputs, hidden, logits")
# >                                       of inputs, hidden, logits
classify("healthy", scaled)
# ~ healthy                10 classes | spread 2e-01 9e-01 5e+00
classify("the same row", scaled[:1].expand(1797, 64))
# ~ the same row            1 classes | spread 0e+00 0e+00 0e+00
classify("lr=10", scaled, lr=10)
# ~ lr=10                   1 classes | spread 2e-01 0e+00 0e+00
classify("a rare class, lr=1e-3", scaled, rare, lr=1e-3)
# ~ a rare class, lr=1e-3   1 classes | spread 2e-01 1e-01 2e-01
weight = torch.tensor([1.0] + [9.0] * 9)
classify("  with weights", scaled, rare, lr=1e-3, weight=weight)
# ~   with weights          2 classes | spread 2e-01 2e-01 4e-01
# --8<-- [end:constant]

# --8<-- [start:mean]
data = load_diabetes(scaled=False)
raw = torch.tensor(data.data, dtype=torch.float32)  # (442, 10)
target = torch.tensor(data.target, dtype=torch.float32)
columns = (raw - raw.mean(0)) / raw.std(0)
z = (target - target.mean()) / target.std()


def regress(cause, x, y, activation=nn.ReLU, lr=0.01, squeeze=True):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(10, 16), activation(), nn.Linear(16, 1))
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    for _ in range(200):
        outputs = model(x).squeeze(1) if squeeze else model(x)
        optimizer.zero_grad()
        nn.functional.mse_loss(outputs, y).backward()
        optimizer.step()
    with torch.no_grad():
        outputs = model(x).squeeze(1)
    r2 = 1 - ((outputs - y) ** 2).mean() / y.var(correction=0)
    spread = outputs.std() / y.std()
    offset = ((outputs.mean() - y.mean()) / y.std()).abs()
    print(f"{cause:<27} spread {spread:.2f}, off by {offset:.2f}, R2 {r2:5.2f}")


regress("healthy", columns, z)
# ~ healthy                     spread 0.80, off by 0.00, R2  0.67
regress("(442, 1) against (442,)", columns, z, squeeze=False)
# ~ (442, 1) against (442,)     spread 0.01, off by 0.00, R2  0.00
# ! UserWarning: Using a target size (torch.Size([442])) that is different to the input size (torch.Size([442, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
regress("targets not scaled", columns, target)
# ~ targets not scaled          spread 0.92, off by 0.26, R2  0.20
regress("inputs not scaled, Sigmoid", raw, z, nn.Sigmoid)
# ~ inputs not scaled, Sigmoid  spread 0.00, off by 0.00, R2  0.00
regress("lr=1e-5", columns, z, lr=1e-5)
# ~ lr=1e-5                     spread 0.19, off by 0.13, R2  0.02
shuffled = z[torch.randperm(442)]
regress("targets of other rows", columns, shuffled)
# ~ targets of other rows       spread 0.57, off by 0.00, R2  0.36
# --8<-- [end:mean]
