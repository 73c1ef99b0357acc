# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["loss_curves.svg"]
# ///
"""Losses that jump, that rise in validation, or that fall while accuracy stays."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
curves = {}


# --8<-- [start:jumps]
def run(cause, x=images, y=labels, lr=0.01, size=64, shuffle=True, last=()):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), *last)
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    steps, means = [], []
    for _ in range(5):
        order = torch.randperm(len(x)) if shuffle else torch.arange(len(x))
        losses = []
        for rows in order.split(size):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        steps += losses
        means.append(sum(losses) / len(losses))
    print(f"{cause:<16}", *(f"{mean:5.2f}" for mean in means), end=" | ")
    print(f"{min(losses):.2f} to {max(losses):.2f} | {max(steps):.1f} |", end=" ")
    print(f"{x.abs().max():.0f}")
    curves[cause] = steps


by_class = labels.argsort(stable=True)
outlier = images.clone()
outlier[7] *= -1000

print(" " * 50, "last epoch | highest | max input")
# >                                                    last epoch | highest | max input
run("healthy")
# ~ healthy           1.61  0.46  0.26  0.20  0.16 | 0.02 to 0.26 | 2.3 | 1
run("batches of 4", size=4)
# ~ batches of 4      0.68  0.20  0.15  0.13  0.09 | 0.00 to 1.61 | 2.8 | 1
run("lr=0.2", lr=0.2)
# ~ lr=0.2            1.96  1.05  0.87  0.74  0.82 | 0.50 to 1.31 | 6.4 | 1
run("one wild row", outlier)
# ~ one wild row      1.92  0.57  0.30  0.21  0.16 | 0.03 to 0.26 | 7.6 | 1000
run("not shuffled", images[by_class], labels[by_class], shuffle=False)
# ~ not shuffled      2.71  2.38  2.40  2.31  2.32 | 2.14 to 2.44 | 3.5 | 1
# --8<-- [end:jumps]

run("labels shuffled", y=labels[torch.randperm(1797)])
# ~ labels shuffled   2.32  2.30  2.30  2.30  2.30 | 2.25 to 2.32 | 2.4 | 1
run("softmax twice", last=[nn.Softmax(1)])
# ~ softmax twice     2.16  1.73  1.64  1.62  1.61 | 1.51 to 1.68 | 2.3 | 1

# --8<-- [start:validation]
x, y, x_val, y_val = images[:100], labels[:100], images[500:], labels[500:]


def fit(cause, x=x, y=y, decay=0.01, drop=0.0):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Linear(64, 64), nn.ReLU(), nn.Dropout(drop), nn.Linear(64, 10)
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, weight_decay=decay)
    train_losses, val_losses = [], []
    for _ in range(200):
        model.train()
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            val_loss = nn.functional.cross_entropy(model(x_val), y_val)
        train_losses.append(loss.item())
        val_losses.append(val_loss.item())
    best = min(val_losses)
    print(f"{cause:<17} train {loss:.2f}, validation best {best:.2f}", end="")
    print(f" in epoch {val_losses.index(best)}, last {val_loss:.2f}")
    curves["validation"], curves["training"] = val_losses, train_losses


fit("Dropout(0.5)", drop=0.5)
# ~ Dropout(0.5)      train 0.02, validation best 0.79 in epoch 39, last 1.05
fit("weight_decay=1", decay=1.0)
# ~ weight_decay=1    train 0.01, validation best 0.74 in epoch 198, last 0.74
fit("rows 100 -> 500", images[:500], labels[:500])
# ~ rows 100 -> 500   train 0.00, validation best 0.33 in epoch 38, last 0.39
fit("as it is")
# ~ as it is          train 0.00, validation best 0.78 in epoch 28, last 0.96
# --8<-- [end:validation]

# --8<-- [start:accuracy]
eight = torch.tensor(digits.target == 8).float()  # one in ten


def detect(cause, weight=1.0):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 1))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(weight))
    print(cause)
    for epoch in range(1, 6):
        for rows in torch.randperm(1797).split(64):
            optimizer.zero_grad()
            loss = criterion(model(images[rows]).squeeze(1), eight[rows])
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            logits = model(images).squeeze(1)
        predicted = logits > 0
        accuracy = (predicted == (eight > 0)).float().mean()
        found = int((predicted & (eight > 0)).sum())
        loss = criterion(logits, eight)
        print(f"  epoch {epoch} loss {loss:.2f}, accuracy {accuracy:.2f}", end="")
        print(f", found {found} of {int(eight.sum())}")


detect("plain")
# > plain
# ~   epoch 1 loss 0.29, accuracy 0.90, found 0 of 174
# ~   epoch 2 loss 0.19, accuracy 0.90, found 0 of 174
# ~   epoch 3 loss 0.14, accuracy 0.90, found 0 of 174
# ~   epoch 4 loss 0.13, accuracy 0.95, found 81 of 174
# ~   epoch 5 loss 0.12, accuracy 0.97, found 130 of 174
detect("pos_weight=9", weight=9.0)
# > pos_weight=9
# ~   epoch 1 loss 0.59, accuracy 0.81, found 168 of 174
# ~   epoch 2 loss 0.38, accuracy 0.94, found 157 of 174
# ~   epoch 3 loss 0.31, accuracy 0.90, found 169 of 174
# ~   epoch 4 loss 0.27, accuracy 0.95, found 160 of 174
# ~   epoch 5 loss 0.31, accuracy 0.88, found 173 of 174
# --8<-- [end:accuracy]

panels = ["labels shuffled", "softmax twice", "batches of 4", "lr=0.2"]
panels += ["one wild row", "not shuffled"]
figure, axes = plt.subplots(4, 2, figsize=(4.8, 7), layout="constrained")
axes = axes.flatten()
for axis, cause in zip(axes, ["healthy", *panels], strict=False):
    axis.plot(curves[cause], linewidth=0.9)
    top = 8 if cause == "one wild row" else 4
    axis.set(title=cause, ylim=(0, top))
axes[7].plot(curves["validation"], label="validation")
axes[7].plot(curves["training"], label="training")
axes[7].set(title="too few rows", ylim=(0, 2.5))
axes[7].legend()
for axis in axes:
    axis.tick_params(labelsize=9)
    axis.set_xticks([])
for axis in axes[-2:]:
    axis.set_xlabel("steps")
figure.savefig("loss_curves.svg")
