# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# claims = ["ens.tta"]
# figures = ["tta_smallest.svg"]
# ///
"""One image in five views, and the mean of the five predictions."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(
    1
)  # (n, 1, 8, 8)
labels = torch.tensor(digits.target)

x_train, y_train, x_test, y_test = (
    images[:400],
    labels[:400],
    images[400:],
    labels[400:],
)


# --8<-- [start:smallest]
def views(x):
    """The images as they are, and shifted by one pixel to each side."""
    yield x
    for shift in (1, -1):
        for dim in (2, 3):
            yield x.roll(shift, dim)


torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 6 * 6, 10)
)
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
for _ in range(30):
    for view in views(x_train):  # trained on the same kind of views
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(view), y_train).backward()
        optimizer.step()
model.eval()


def accuracy(scores):
    return (scores.argmax(1) == y_test).float().mean().item()


with torch.no_grad():
    each = torch.stack([model(view).softmax(1) for view in views(x_test)])
print(tuple(each.shape), "(views, rows, classes)")
# > (5, 1397, 10) (views, rows, classes)
print("view by view:", [f"{accuracy(p):.1%}" for p in each])
# > view by view: ['88.1%', '72.5%', '78.2%', '65.6%', '79.2%']
print(f"as it is: {accuracy(each[0]):.1%}")
# > as it is: 88.1%
# --8<-- [end:smallest]
# --8<-- [start:answer]
mean = each.mean(dim=0)  # (rows, classes)
print(f"mean of the views: {accuracy(mean):.1%}")
# > mean of the views: 89.0%
# --8<-- [end:answer]

figure, axes = plt.subplots(1, 5, figsize=(4.8, 1.4), layout="constrained")
names = ["as it is", "down", "right", "up", "left"]
for ax, view, name in zip(axes, views(x_test[:1]), names, strict=True):
    ax.imshow(view[0, 0], cmap="gray_r")
    ax.set_title(name, fontsize=9)
    ax.axis("off")
figure.savefig("tta_smallest.svg")
