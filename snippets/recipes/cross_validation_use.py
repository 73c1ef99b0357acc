# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The recipe of the k-fold loop on the wines, and the fault that it refuses."""

# --8<-- [start:answer]
import torch
from sklearn.datasets import load_wine
from torch import nn

from torchbyexample.cross_validation import cross_validate, stratified_k_fold

wine = load_wine()  # 178 rows, sorted by their three classes
x = torch.tensor(wine.data, dtype=torch.float32)
y = torch.tensor(wine.target)


def make_model():
    return nn.Sequential(
        nn.BatchNorm1d(13), nn.Linear(13, 16), nn.ReLU(), nn.Linear(16, 3)
    )


def fit(model, train):
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)  # of this fold
    for _ in range(60):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x[train]), y[train]).backward()
        optimizer.step()


def accuracy(model, val):
    return (model(x[val]).argmax(1) == y[val]).float().mean()


folds = stratified_k_fold(y, folds=5, seed=0)
scores, models = cross_validate(make_model, fit, accuracy, folds)
print([f"{score:.1%}" for score in scores])
# ~ ['97.2%', '100.0%', '94.4%', '100.0%', '97.1%']
print(f"{scores.mean():.1%}, standard deviation {scores.std():.1%}")
# ~ 97.8%, standard deviation 2.3%
# --8<-- [end:answer]

# --8<-- [start:refused]
model = make_model()  # once, before the folds
try:
    cross_validate(lambda: model, fit, accuracy, folds)
except ValueError as error:
    print(error)
# > fold 1 got weights that an earlier fold has trained: make the model inside make_model
norm = nn.BatchNorm1d(13).requires_grad_(False)  # frozen, and shared by the folds
try:
    cross_validate(lambda: nn.Sequential(norm, make_model()), fit, accuracy, folds)
except ValueError as error:
    print(error)
# > fold 1 got the buffer 0.running_mean, which an earlier fold has moved: call eval() on the shared part in fit, or copy it in make_model
# --8<-- [end:refused]
