# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["imbalance_compare.svg"]
# timeout = 300
# ///
"""Nothing, pos_weight and a sampler on one percent of ones, several seeds."""

import matplotlib.pyplot as plt
import torch
from sklearn.metrics import average_precision_score, roc_auc_score
from torch import nn
from torch.utils.data import WeightedRandomSampler


# --8<-- [start:train]
def make(samples, seed):
    generator = torch.Generator().manual_seed(seed)
    targets = (torch.rand(samples, generator=generator) < 0.01).float()
    inputs = torch.randn(samples, 4, generator=generator)  # (samples, features)
    return inputs + targets[:, None] * torch.tensor([1.5, 1.0, 0.5, 0.0]), targets


def train(way, seed, epochs):
    inputs, targets = make(4000, seed)
    negatives, positives = (targets == 0).sum(), (targets == 1).sum()
    ratio = negatives / positives
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 1))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    pos_weight = ratio if way == "pos_weight" else None
    criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
    weights = torch.where(targets == 1, ratio, 1.0)
    sampler = WeightedRandomSampler(weights, len(targets))
    for _ in range(epochs):
        if way == "sampler":
            order = torch.tensor(list(sampler))
        else:
            order = torch.randperm(len(targets))
        for batch in order.split(200):
            optimizer.zero_grad()
            loss = criterion(model(inputs[batch]).squeeze(1), targets[batch])
            loss.backward()
            optimizer.step()
    return model.requires_grad_(False), ratio


def score(yes, targets):  # recall, precision, F1
    hits = (yes & (targets == 1)).sum()
    recall, precision = hits / targets.sum(), hits / yes.sum().clamp(min=1)
    return recall, precision, 2 * hits / (yes.sum() + targets.sum())


# --8<-- [end:train]

# --8<-- [start:compare]
(x_valid, y_valid), (x_test, y_test) = make(4000, seed=100), make(10000, seed=200)
ways = ("nothing", "pos_weight", "sampler")
cuts = torch.arange(0.01, 1.0, 0.01)
models = {}
print("means of three seeds on test data; cut: chosen on validation data")
# > means of three seeds on test data; cut: chosen on validation data
for epochs in (5, 40):
    print(f"{epochs=:2}   accuracy  recall   AUC    AP    cut  F1 there  mean p")
    for way in ways:
        rows = []
        for seed in range(3):
            model, ratio = train(way, seed, epochs)
            models[way, seed] = model, ratio  # the later, longer training stays
            p = model(x_test).squeeze(1).sigmoid()
            p_valid = model(x_valid).squeeze(1).sigmoid()
            cut = max(cuts, key=lambda cut: score(p_valid > cut, y_valid)[2])
            accuracy = ((p > 0.5) == (y_test == 1)).float().mean()
            recall, f1 = score(p > 0.5, y_test)[0], score(p > cut, y_test)[2]
            auc, ap = roc_auc_score(y_test, p), average_precision_score(y_test, p)
            rows.append([accuracy, recall, auc, ap, cut, f1, p.mean()])
        a, r, auc, ap, cut, f1, p = torch.tensor(rows).mean(0).tolist()
        print(
            f"{way:10} {a:8.2f} {r:7.2f} {auc:6.2f} {ap:5.2f} {cut:6.2f}"
            f" {f1:8.2f} {p:8.3f}"
        )
# > epochs= 5   accuracy  recall   AUC    AP    cut  F1 there  mean p
# > nothing        0.99    0.00   0.79  0.06   0.10     0.07    0.017
# > pos_weight     0.81    0.80   0.89  0.18   0.91     0.24    0.245
# > sampler        0.83    0.78   0.89  0.18   0.95     0.24    0.224
# > epochs=40   accuracy  recall   AUC    AP    cut  F1 there  mean p
# > nothing        0.99    0.03   0.88  0.19   0.18     0.21    0.011
# > pos_weight     0.83    0.72   0.87  0.18   0.96     0.23    0.198
# > sampler        0.86    0.66   0.86  0.15   0.96     0.23    0.169
# --8<-- [end:compare]

# --8<-- [start:probabilities]
print(f"share of ones in the test data: {y_test.mean():.3f}")
# > share of ones in the test data: 0.011
for seed in range(3):
    model, ratio = models["pos_weight", seed]
    logits = model(x_test).squeeze(1)
    p, back = logits.sigmoid(), (logits - ratio.log()).sigmoid()
    print(
        f"{seed=}: mean p {p.mean():.2f}, without log(pos_weight) {back.mean():.3f}"
    )
# > seed=0: mean p 0.24, without log(pos_weight) 0.012
# > seed=1: mean p 0.15, without log(pos_weight) 0.012
# > seed=2: mean p 0.21, without log(pos_weight) 0.009
# --8<-- [end:probabilities]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3.4), layout="constrained")
for way, color in (("nothing", "tab:blue"), ("pos_weight", "tab:orange")):
    p = models[way, 0][0](x_test).squeeze(1).sigmoid()
    values = torch.tensor([score(p > cut, y_test)[:2] for cut in cuts])
    axes.plot(cuts, values[:, 0], color=color, label=f"recall, {way}")
    axes.plot(cuts, values[:, 1], "--", color=color, label=f"precision, {way}")
axes.axvline(0.5, color="gray", linewidth=1)
axes.set(xlabel="threshold", ylim=(0, 1))
figure.legend(loc="outside upper center", ncols=2)
figure.savefig("imbalance_compare.svg")
# --8<-- [end:figure]
