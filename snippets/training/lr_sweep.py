# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["lr_sweep.svg"]
# timeout = 180
# ///
"""Try learning rates about a factor of three apart, with two optimizers and three seeds."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:train]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
criterion = nn.CrossEntropyLoss()


def train(optimizer_class, lr, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    for _ in range(5):  # epochs
        for batch in torch.randperm(1400).split(64):
            optimizer.zero_grad()
            loss = criterion(model(images[batch]), labels[batch])
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        return criterion(model(images[1400:]), labels[1400:]).item()


# --8<-- [end:train]

# --8<-- [start:sweep]
SGD, AdamW = torch.optim.SGD, torch.optim.AdamW
rates = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
results = {}
print("validation loss, three seeds; guessing: 2.30")
# > validation loss, three seeds; guessing: 2.30
print("lr         " + "".join(f"{lr:7}" for lr in rates))
# > lr           0.001  0.003   0.01   0.03    0.1    0.3    1.0    3.0
for optimizer_class in (SGD, AdamW):
    name = optimizer_class.__name__
    for seed in range(3):
        losses = [train(optimizer_class, lr, seed) for lr in rates]
        results[name, seed] = losses
        print(f"{name:5} {seed=}" + "".join(f"{loss:7.2f}" for loss in losses))
# ~ SGD   seed=0   2.31   2.30   2.25   2.10   1.10   0.47   0.33   2.32
# ~ SGD   seed=1   2.30   2.28   2.24   2.08   1.09   0.44   0.34   2.33
# ~ SGD   seed=2   2.31   2.29   2.25   2.09   1.13   0.49   0.37   2.31
# ~ AdamW seed=0   1.20   0.50   0.37   0.35   0.44   1.48   2.36   2.40
# ~ AdamW seed=1   1.14   0.48   0.35   0.36   0.47   1.29   2.34   2.19
# ~ AdamW seed=2   1.19   0.52   0.37   0.40   0.53   1.98   2.41   2.42
for (name, seed), losses in results.items():
    print(name, seed, "best at", rates[losses.index(min(losses))])
# > SGD 0 best at 1.0
# > SGD 1 best at 1.0
# > SGD 2 best at 1.0
# ~ AdamW 0 best at 0.03
# ~ AdamW 1 best at 0.01
# ~ AdamW 2 best at 0.01
# --8<-- [end:sweep]

# --8<-- [start:answer]
for lr in (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03):  # about a factor of three
    loss = train(torch.optim.AdamW, lr, seed=0)  # short, each from the start
    print(f"{lr=}: validation loss {loss:.2f}")
# ~ lr=0.0001: validation loss 2.24
# ~ lr=0.0003: validation loss 2.04
# ~ lr=0.001: validation loss 1.20
# ~ lr=0.003: validation loss 0.50
# ~ lr=0.01: validation loss 0.37
# ~ lr=0.03: validation loss 0.35
# --8<-- [end:answer]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4, 3), layout="constrained")
for name, color in (("SGD", "tab:blue"), ("AdamW", "tab:orange")):
    for seed in range(3):
        axes.plot(rates, results[name, seed], ".-", color=color, label=name)
axes.set(xscale="log", xlabel="learning rate", ylabel="validation loss")
axes.set_xticks([0.001, 0.01, 0.1, 1.0], ["0.001", "0.01", "0.1", "1"])
handles, names = axes.get_legend_handles_labels()
axes.legend(handles[::3], names[::3])
figure.savefig("lr_sweep.svg")
# --8<-- [end:figure]
