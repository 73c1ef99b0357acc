# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Preprocessing that has seen the validation set: noise looks learnable."""

import torch

# --8<-- [start:noise]
torch.manual_seed(0)
inputs = torch.randn(100, 2000)  # 100 samples of 2000 features: pure noise
targets = torch.arange(100) % 2  # labels that have nothing to do with them
order = torch.randperm(100)
train, val = order[:60], order[60:]


def best_features(rows, count=20):
    ones, zeros = rows[targets[rows] == 1], rows[targets[rows] == 0]
    gap = inputs[ones].mean(0) - inputs[zeros].mean(0)  # (2000,)
    return gap.abs().topk(count).indices


def val_accuracy(features):
    x = inputs[:, features]
    ones = x[train][targets[train] == 1].mean(0)
    zeros = x[train][targets[train] == 0].mean(0)
    nearer_one = (x[val] - ones).norm(dim=1) < (x[val] - zeros).norm(dim=1)
    return (nearer_one == targets[val].bool()).float().mean().item()


print(f"features chosen on all rows:      {val_accuracy(best_features(order)):.2f}")
# > features chosen on all rows:      0.90
print(f"features chosen on training rows: {val_accuracy(best_features(train)):.2f}")
# > features chosen on training rows: 0.45

leaky, honest = [], []
for seed in range(10):  # other noise, other splits
    torch.manual_seed(seed)
    inputs, order = torch.randn(100, 2000), torch.randperm(100)
    train, val = order[:60], order[60:]
    leaky.append(val_accuracy(best_features(order)))
    honest.append(val_accuracy(best_features(train)))
print(f"ten draws, all rows:      {min(leaky):.2f} to {max(leaky):.2f}")
# > ten draws, all rows:      0.77 to 0.93
print(f"ten draws, training rows: {min(honest):.2f} to {max(honest):.2f}")
# > ten draws, training rows: 0.32 to 0.52
# --8<-- [end:noise]

# --8<-- [start:statistics]
prices = torch.cat([torch.full((80,), 10.0), torch.full((20,), 60.0)])
prices += torch.randn(100)  # the last 20 days are dearer
train, val = prices[:80], prices[80:]

for name, seen in (("all days", prices), ("training days", train)):
    scaled = (val - seen.mean()) / seen.std()
    print(
        f"mean and std of {name:13}: {seen.mean():5.1f} {seen.std():5.1f}"
        f"  validation days become {scaled.mean():5.1f}"
    )
# > mean and std of all days     :  19.9  20.2  validation days become   2.0
# > mean and std of training days:   9.9   1.1  validation days become  43.7
# --8<-- [end:statistics]
