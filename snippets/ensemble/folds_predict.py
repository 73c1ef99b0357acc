# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["ens.cross-validation"]
# ///
"""The models of the folds, used together on rows that no fold has seen."""

import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import StratifiedKFold
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)


# --8<-- [start:predict]
def train(x, y, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(150):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model.eval()


def accuracy(p):
    return (p.argmax(1) == y_test).float().mean().item()


print("seed  out of fold  mean of five  five together  one on all  five on all")
# > seed  out of fold  mean of five  five together  one on all  five on all
for seed in range(4):
    order = torch.randperm(1797, generator=torch.Generator().manual_seed(seed))
    x, y = images[order[:300]], labels[order[:300]]
    x_test, y_test = images[order[300:]], labels[order[300:]]
    models, right = [], 0
    for fold, (rows, val) in enumerate(StratifiedKFold(5).split(x, y)):
        models.append(train(x[rows], y[rows], 10 * seed + fold))
        right += (models[-1](x[val]).argmax(1) == y[val]).sum().item()
    p = torch.stack([model(x_test).softmax(1) for model in models])
    each = sum(accuracy(q) for q in p) / 5
    whole = [train(x, y, 10 * seed + i)(x_test).softmax(1) for i in range(5)]
    print(
        f"{seed:>4} {right / 300:>12.1%} {each:>13.1%} {accuracy(p.mean(0)):>14.1%}"
        f" {sum(accuracy(q) for q in whole) / 5:>11.1%} {accuracy(torch.stack(whole).mean(0)):>12.1%}"
    )
# >    0        91.3%         92.4%          94.3%       93.6%        94.1%
# >    1        92.3%         92.6%          94.0%       93.8%        94.3%
# >    2        94.3%         92.8%          94.0%       93.9%        94.5%
# >    3        91.0%         91.4%          92.9%       92.4%        92.7%
# --8<-- [end:predict]
