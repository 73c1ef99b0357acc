# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# claims = ["ens.stratified"]
# figures = ["folds_smallest.svg"]
# ///
"""Five folds: each row is validated once, by a model that has not seen it."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_wine
from sklearn.model_selection import KFold, StratifiedKFold
from torch import nn

# --8<-- [start:smallest]
wine = load_wine()  # 178 rows, sorted by their three classes
x = torch.tensor(wine.data, dtype=torch.float32)
y = torch.tensor(wine.target)
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)

scores = []
for fold, (train, val) in enumerate(folds.split(x, y)):
    torch.manual_seed(fold)
    model = nn.Sequential(nn.Linear(13, 16), nn.ReLU(), nn.Linear(16, 3))  # anew
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)  # anew
    mean, std = x[train].mean(0), x[train].std(0)  # of the training rows
    x_train, x_val = (x[train] - mean) / std, (x[val] - mean) / std
    for _ in range(60):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x_train), y[train]).backward()
        optimizer.step()
    accuracy = (model(x_val).argmax(1) == y[val]).float().mean().item()
    scores.append(accuracy)
    print(
        f"fold {fold}: {len(train)} rows to train, {len(val)} to validate, {accuracy:.1%}"
    )
# > fold 0: 142 rows to train, 36 to validate, 100.0%
# > fold 1: 142 rows to train, 36 to validate, 94.4%
# > fold 2: 142 rows to train, 36 to validate, 97.2%
# > fold 3: 143 rows to train, 35 to validate, 97.1%
# > fold 4: 143 rows to train, 35 to validate, 100.0%

scores = torch.tensor(scores)
print(f"{scores.mean():.1%}, standard deviation {scores.std():.1%}")
# > 97.8%, standard deviation 2.3%
# --8<-- [end:smallest]

# --8<-- [start:answer]
for fold, (train, val) in enumerate(folds.split(x, y)):  # rows of each part
    torch.manual_seed(fold)
    model = nn.Sequential(nn.Linear(13, 16), nn.ReLU(), nn.Linear(16, 3))  # anew
    x_train, x_val = x[train], x[val]
# --8<-- [end:answer]

# --8<-- [start:stratified]
for name, splitter in {
    "KFold": KFold(5),
    "KFold, shuffled": KFold(5, shuffle=True, random_state=0),
    "StratifiedKFold": StratifiedKFold(5, shuffle=True, random_state=0),
}.items():
    counts = [
        y[val].bincount(minlength=3).tolist() for _, val in splitter.split(x, y)
    ]
    print(f"{name:<15} {counts}")
# > KFold           [[36, 0, 0], [23, 13, 0], [0, 36, 0], [0, 22, 13], [0, 0, 35]]
# > KFold, shuffled [[14, 16, 6], [8, 15, 13], [12, 16, 8], [15, 10, 10], [10, 14, 11]]
# > StratifiedKFold [[12, 14, 10], [12, 14, 10], [12, 14, 10], [12, 14, 9], [11, 15, 9]]
# --8<-- [end:stratified]

figure, axes = plt.subplots(figsize=(4.8, 2.4), layout="constrained")
part = torch.zeros(5, 178)
for fold, (_, val) in enumerate(KFold(5, shuffle=False).split(x)):
    part[fold, val] = 1
axes.imshow(part, aspect="auto", cmap="Blues", vmax=1.4, interpolation="nearest")
axes.set(xlabel="row", ylabel="fold", yticks=range(5))
axes.set_title("dark: validated in this fold, light: trained on", fontsize=10)
figure.savefig("folds_smallest.svg")
