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


def train(order, epochs=3, optimizer_class=torch.optim.SGD, lr=0.2, seed=0):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    before = model[0].weight.detach().clone()
    for _ in range(epochs):
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
    return after.item(), moved


for order in (
    [2, 3, 4, 5],
    [3, 2, 4, 5],
    [3, 4, 5, 2],
    [3, 4, 5],
    [2, 3, 5],
    [2, 3, 4],
):
    loss, moved = train(order)
    print(f"{order!s:12} loss {loss:.2f}, weights moved: {moved}")
# > [2, 3, 4, 5] loss 0.71, weights moved: True
# > [3, 2, 4, 5] loss 0.71, weights moved: True
# > [3, 4, 5, 2] loss 0.71, weights moved: True
# > [3, 4, 5]    loss 1.27, weights moved: True
# > [2, 3, 5]    loss 2.33, weights moved: False
# > [2, 3, 4]    loss 2.33, weights moved: False
# --8<-- [end:left-out]

# --8<-- [start:forgotten]
epochs = (1, 2, 5, 10)
print(f"{'epochs':26}", " ".join(f"{n:5}" for n in epochs))
# > epochs                         1     2     5    10
for optimizer_class, lr in ((torch.optim.SGD, 0.2), (torch.optim.AdamW, 1e-3)):
    for seed in (0, 1):
        for order in ([2, 3, 4, 5], [3, 4, 5]):
            losses = [train(order, n, optimizer_class, lr, seed)[0] for n in epochs]
            name = f"{optimizer_class.__name__:5} seed {seed} {order!s:13}"
            print(name, " ".join(f"{loss:5.2f}" for loss in losses))
# > SGD   seed 0 [2, 3, 4, 5]   1.98  1.26  0.49  0.35
# ~ SGD   seed 0 [3, 4, 5]      0.93  0.66  1.89  3.69
# > SGD   seed 1 [2, 3, 4, 5]   1.90  1.21  0.37  0.31
# ~ SGD   seed 1 [3, 4, 5]      0.61  0.81  1.40  3.08
# > AdamW seed 0 [2, 3, 4, 5]   2.19  2.00  1.19  0.50
# > AdamW seed 0 [3, 4, 5]      2.16  1.85  0.64  0.73
# > AdamW seed 1 [2, 3, 4, 5]   2.16  1.95  1.16  0.51
# > AdamW seed 1 [3, 4, 5]      2.12  1.80  0.66  0.53
# --8<-- [end:forgotten]

# --8<-- [start:swapped]
for order in ([3, 4, 2, 5], [2, 3, 5, 4]):
    loss, moved = train(order)
    print(f"{order!s:12} loss {loss:.2f}, weights moved: {moved}")
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
