# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Four ways to a loss that is not a number, and the step at which it begins."""

import torch
from sklearn.datasets import load_diabetes
from torch import nn

# --8<-- [start:nan]
data = load_diabetes(scaled=False)
raw = torch.tensor(data.data, dtype=torch.float32)  # (442, 10)
targets = torch.tensor(data.target, dtype=torch.float32)
scaled = (raw - raw.mean(0)) / raw.std(0)


def squared(outputs, targets):
    return ((outputs - targets) ** 2).mean()


def own(logits, labels):  # a formula of its own
    p = logits.sigmoid()
    return -(labels * p.log() + (1 - labels) * (1 - p).log()).mean()


def run(cause, x, lr=0.01, criterion=squared, y=targets):
    torch.manual_seed(0)
    model = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    values = []
    for _ in range(300):
        optimizer.zero_grad()
        loss = criterion(model(x).squeeze(1), y)
        loss.backward()
        optimizer.step()
        values.append(loss.item())
        if not loss.isfinite():
            break
    finite = bool(x.isfinite().all())
    end = " ".join(f"{value:.0e}" for value in values[-3:])
    print(f"{cause:<23} data finite {finite!s:<5} step {len(values):3}: {end}")


run("healthy", scaled)
# ~ healthy                 data finite True  step 300: 3e+03 3e+03 3e+03
run("columns not scaled", raw)
# ~ columns not scaled      data finite True  step   6: 4e+23 8e+29 inf
run("learning rate too large", scaled, lr=1.0)
# ~ learning rate too large data finite True  step  21: 6e+33 3e+35 inf
missing = scaled.clone()
missing[7, 2] = torch.nan
run("an empty cell", missing)
# ~ an empty cell           data finite False step   1: nan
constant = torch.cat([raw, torch.ones(442, 1)], dim=1)
run("a constant column", (constant - constant.mean(0)) / constant.std(0))
# ~ a constant column       data finite False step   1: nan
labels = (targets > targets.median()).float()
run("log(0) in its own loss", raw, criterion=own, y=labels)
# ~ log(0) in its own loss  data finite True  step   2: 2e+01 nan
# --8<-- [end:nan]

# --8<-- [start:mended]
run("cell filled", missing.nan_to_num(0.0))
# ~ cell filled             data finite True  step 300: 3e+03 3e+03 3e+03
run(
    "std at least 1e-6", (constant - constant.mean(0)) / constant.std(0).clamp(1e-6)
)
# ~ std at least 1e-6       data finite True  step 300: 3e+03 3e+03 3e+03
stable = nn.BCEWithLogitsLoss()
run("BCEWithLogitsLoss", raw, criterion=stable, y=labels)
# ~ BCEWithLogitsLoss       data finite True  step 300: 4e+01 7e+01 4e+01
# --8<-- [end:mended]
