# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["ens.averaging-voting"]
# ///
"""Five models with five seeds, and the mean of their probabilities."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:smallest]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
x_train, y_train = images[:300], labels[:300]
x_val, y_val = images[300:], labels[300:]


def train(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 8), nn.ReLU(), nn.Linear(8, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(150):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x_train), y_train).backward()
        optimizer.step()
    return model.eval()


def accuracy(scores):  # (rows, classes)
    return (scores.argmax(1) == y_val).float().mean().item()


models = [train(seed) for seed in range(5)]
with torch.no_grad():
    probabilities = torch.stack([model(x_val).softmax(1) for model in models])
print(tuple(probabilities.shape), "(models, rows, classes)")
# > (5, 1497, 10) (models, rows, classes)
print("one by one:", [f"{accuracy(p):.1%}" for p in probabilities])
# > one by one: ['83.9%', '84.8%', '79.1%', '66.9%', '84.8%']
# --8<-- [end:smallest]
# --8<-- [start:answer]
mean = probabilities.mean(dim=0)  # (rows, classes)
print(f"averaged:   {accuracy(mean):.1%}")
# > averaged:   85.2%
# --8<-- [end:answer]
