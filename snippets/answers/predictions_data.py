# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["predictions_data.svg"]
# ///
"""Good on the training rows, bad elsewhere: what the model is really given."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32)  # (1797, 8, 8)
labels = torch.tensor(digits.target)
x, y, x_val, y_val = images[:1200], labels[:1200], images[1200:], labels[1200:]


# --8<-- [start:fit]
def fit(x, y, steps=100):
    torch.manual_seed(0)
    width = x[0].numel()
    model = nn.Sequential(
        nn.Flatten(), nn.Linear(width, 64), nn.ReLU(), nn.Linear(64, 10)
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(steps):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model.eval()


@torch.no_grad()
def accuracy(model, x, y):
    return (model(x).argmax(1) == y).float().mean().item()


# --8<-- [end:fit]

# --8<-- [start:picture]
model = fit(x, y)
versions = {
    "as in training": x_val,
    "0 to 255": x_val * 255,
    "black on white": 1 - x_val,
    "on its side": x_val.transpose(1, 2),
    "2 pixels aside": x_val.roll(2, dims=2),
    "thin and pale": x_val * (x_val > 0.6) * 0.2,
}
for name, pictures in versions.items():
    mean, deviation = pictures.mean(), pictures.std()
    score = accuracy(model, pictures, y_val)
    print(
        f"{name:<15} mean {mean:6.2f}, std {deviation:6.2f}, accuracy {score:.1f}"
    )
# > as in training  mean   0.30, std   0.38, accuracy 0.9
# > 0 to 255        mean  77.29, std  96.18, accuracy 0.9
# > black on white  mean   0.70, std   0.38, accuracy 0.0
# > on its side     mean   0.30, std   0.38, accuracy 0.1
# > 2 pixels aside  mean   0.30, std   0.38, accuracy 0.2
# > thin and pale   mean   0.05, std   0.08, accuracy 0.7
# --8<-- [end:picture]

figure, axes = plt.subplots(2, 3, figsize=(4.8, 3.6), layout="constrained")
for axis, (name, pictures) in zip(axes.flatten(), versions.items(), strict=True):
    top = 255 if name == "0 to 255" else 1
    axis.imshow(pictures[3], cmap="gray", vmin=0, vmax=top)
    axis.set_title(name, fontsize=10)
    axis.axis("off")
figure.savefig("predictions_data.svg")

# --8<-- [start:train-100]
torch.manual_seed(0)
wrong = y[torch.randperm(1200)]
answer = x.clone()
answer[:, 0, 0] = y.float()  # the label is in a column, empty later


def as_it_is(x, y):
    return x, y


def empty(x, y):
    x = x.clone()
    x[:, 0, 0] = 0
    return x, y


def both(cause, x, y, path=as_it_is, x_val=x_val, steps=100):
    model = fit(x, y, steps)
    numbers = (
        accuracy(model, x, y),
        accuracy(model, *path(x_val, y_val)),
        accuracy(model, *path(x, y)),
    )
    print(f"{cause:<24}", *(f"{number:10.2f}" for number in numbers))


print(f"{'':24}   training validation training rows, prepared like validation")
# >                            training validation training rows, prepared like validation
both("healthy", x, y)
# ~ healthy                        1.00       0.93       1.00
both("images on their side", x, y, lambda x, y: (x.transpose(1, 2), y))
# ~ images on their side           1.00       0.10       0.10
both("classes renumbered", x, y, lambda x, y: (x, (y + 1) % 10))
# ~ classes renumbered             1.00       0.00       0.00
both("a column has the label", answer, y, empty)
# ~ a column has the label         1.00       0.48       0.48
both("wrong labels", x[:300], wrong[:300], steps=600)
# ~ wrong labels                   1.00       0.11       1.00
both("20 rows", x[:20], y[:20])
# ~ 20 rows                        1.00       0.70       1.00
# --8<-- [end:train-100]

# --8<-- [start:first-batch]
dataset = TensorDataset(x, y)
loader = DataLoader(dataset, batch_size=300)


def count(batches):
    return sum(1 for _ in batches)


iterator = iter(loader)
print("iter(loader) made once:   ", [count(iterator) for _ in range(3)])
# > iter(loader) made once:    [4, 0, 0]
generator = (batch for batch in loader)
print("a generator:              ", [count(generator) for _ in range(3)])
# > a generator:               [4, 0, 0]
pairs = zip(loader, range(4), strict=False)
print("zip made once:            ", [count(pairs) for _ in range(3)])
# > zip made once:             [4, 0, 0]
print("the loader itself:        ", [count(loader) for _ in range(3)])
# > the loader itself:         [4, 4, 4]

first = [next(iter(loader))[1][:3].tolist() for _ in range(2)]
print(f"next(iter(loader)) twice:  the same batch {first[0] == first[1]}")
# > next(iter(loader)) twice:  the same batch True
short = DataLoader(dataset, batch_size=2000, drop_last=True)
print(f"a batch larger than the data, drop_last: {len(short)} batches")
# > a batch larger than the data, drop_last: 0 batches
# --8<-- [end:first-batch]
