# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Leave out one step, or swap two: nothing complains, and the numbers differ."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:left-out]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
criterion = nn.CrossEntropyLoss()


def train(order):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    before = model[0].weight.detach().clone()
    for _ in range(3):
        for inputs, targets in DataLoader(dataset, batch_size=64, shuffle=True):
            for step in order:
                if step == 2:
                    optimizer.zero_grad()
                if step == 3:
                    loss = criterion(model(inputs), targets)
                if step == 4:
                    loss.backward()
                if step == 5:
                    optimizer.step()
    with torch.no_grad():
        after = criterion(model(images), dataset.tensors[1])
    moved = not torch.equal(model[0].weight, before)
    return f"loss {after:.2f}, weights moved: {moved}"


for order in (
    [2, 3, 4, 5],
    [3, 2, 4, 5],
    [3, 4, 5, 2],
    [3, 4, 5],
    [2, 3, 5],
    [2, 3, 4],
):
    print(f"{order!s:12} {train(order)}")
# > [2, 3, 4, 5] loss 0.71, weights moved: True
# > [3, 2, 4, 5] loss 0.71, weights moved: True
# > [3, 4, 5, 2] loss 0.71, weights moved: True
# > [3, 4, 5]    loss 1.27, weights moved: True
# > [2, 3, 5]    loss 2.33, weights moved: False
# > [2, 3, 4]    loss 2.33, weights moved: False
# --8<-- [end:left-out]

# --8<-- [start:swapped]
for order in ([3, 4, 2, 5], [2, 3, 5, 4]):
    print(f"{order!s:12} {train(order)}")
# > [3, 4, 2, 5] loss 2.33, weights moved: False
# > [2, 3, 5, 4] loss 2.33, weights moved: False
# --8<-- [end:swapped]

# --8<-- [start:stale]
try:
    train([3, 5, 2, 4])
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split(': [')[0]}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:stale]
