# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["sgd_digits.svg"]
# ///
"""What the loss of single batches says during training."""

from itertools import pairwise

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:loop]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
dataset = TensorDataset(inputs, torch.tensor(digits))

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loader = DataLoader(dataset, batch_size=16, shuffle=True)

of_batch, of_all = [], []
for _ in range(2):
    for batch, targets in loader:
        optimizer.zero_grad()
        loss = criterion(model(batch), targets)
        loss.backward()
        optimizer.step()
        of_batch.append(loss.item())
        with torch.no_grad():  # only for the picture: far too slow for training
            of_all.append(criterion(model(inputs), dataset.tensors[1]).item())


def rises(losses):
    return sum(after > before for before, after in pairwise(losses))


print(f"{len(of_all)} steps, loss of all rows {of_all[0]:.2f} -> {of_all[-1]:.2f}")
# > 226 steps, loss of all rows 2.32 -> 0.48
print(
    f"loss of the batch rose {rises(of_batch)} times, of all rows {rises(of_all)}"
)
# > loss of the batch rose 105 times, of all rows 29
last = of_batch[-20:]
print(f"last 20 batches: from {min(last):.2f} to {max(last):.2f}")
# > last 20 batches: from 0.33 to 0.79
# --8<-- [end:loop]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
axes.plot(of_batch, color="#d9480f", linewidth=0.8, label="loss of the batch")
axes.plot(of_all, color="#1971c2", label="loss of all rows")
axes.set(xlabel="step", ylabel="loss", ylim=(0, None))
axes.legend(frameon=False)
figure.savefig("sgd_digits.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
