# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["validation_overfitting.svg"]
# ///
"""Two curves that part: the training loss goes on falling, the validation loss turns."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_diabetes
from torch import nn

# --8<-- [start:curves]
torch.manual_seed(0)
data = load_diabetes(scaled=False)  # the default is scaled with all rows
inputs = torch.tensor(data.data, dtype=torch.float32)
targets = torch.tensor(data.target, dtype=torch.float32)[:, None]
order = torch.randperm(442)
train, val = order[:100], order[100:]
inputs = (inputs - inputs[train].mean(0)) / inputs[train].std(0)
targets = (targets - targets[train].mean()) / targets[train].std()

model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
criterion = nn.MSELoss()

train_losses, val_losses = [], []
for _ in range(200):
    model.train()  # 1 training mode
    optimizer.zero_grad()  # 2 clear the old gradients
    loss = criterion(model(inputs[train]), targets[train])  # 3 forward and loss
    loss.backward()  # 4 gradients
    optimizer.step()  # 5 update

    model.eval()
    with torch.no_grad():
        train_losses.append(criterion(model(inputs[train]), targets[train]).item())
        val_losses.append(criterion(model(inputs[val]), targets[val]).item())

best = min(range(200), key=val_losses.__getitem__)
print(f"smallest validation loss before epoch 40: {best < 40}")
# > smallest validation loss before epoch 40: True
for epoch in (0, 19, 199):
    print(
        f"epoch {epoch:3}: train {train_losses[epoch]:.2f} val {val_losses[epoch]:.2f}"
    )
# > epoch   0: train 0.86 val 0.88
# > epoch  19: train 0.40 val 0.55
# > epoch 199: train 0.00 val 1.27
# --8<-- [end:curves]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
axes.plot(train_losses, color="#1c7ed6", label="training")
axes.plot(val_losses, color="#d9480f", label="validation")
axes.set(xlabel="epoch", ylabel="loss", ylim=(0, 1.3))
axes.legend(frameon=False, ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("validation_overfitting.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
