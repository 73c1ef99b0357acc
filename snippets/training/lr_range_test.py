# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["lr_range_test.svg"]
# timeout = 120
# ///
"""The range test: raise the rate in every step and watch the loss."""

import copy

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images[:1400], torch.tensor(digits.target)[:1400])
criterion = nn.CrossEntropyLoss()


# --8<-- [start:function]
def range_test(
    model, optimizer, loader, low=1e-5, high=10.0, steps=100, smooth=0.9
):
    """The smoothed loss at each rate; model and optimizer are as before afterwards."""
    saved = copy.deepcopy((model.state_dict(), optimizer.state_dict()))
    rates, losses, average, batches = [], [], 0.0, iter(loader)
    model.train()
    for step in range(steps):
        lr = low * (high / low) ** (step / (steps - 1))  # a constant factor
        for group in optimizer.param_groups:
            group["lr"] = lr
        try:
            inputs, targets = next(batches)
        except StopIteration:  # the epoch is over: begin another one
            batches = iter(loader)
            inputs, targets = next(batches)
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        average = smooth * average + (1 - smooth) * loss.item()
        rates.append(lr)
        losses.append(average / (1 - smooth ** (step + 1)))
        if not loss.isfinite() or losses[-1] > 4 * min(losses):
            break
        loss.backward()
        optimizer.step()
    model.load_state_dict(saved[0])
    optimizer.load_state_dict(saved[1])
    return rates, losses


# --8<-- [end:function]


# --8<-- [start:run]
def setup(optimizer_class, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = optimizer_class(model.parameters(), lr=0.001)
    return model, optimizer, DataLoader(dataset, batch_size=64, shuffle=True)


def suggest(rates, losses):
    end = losses.index(min(losses))
    falls = [losses[i] - losses[i + 1] for i in range(10, end)]
    steepest = 10 + falls.index(max(falls))  # the first ten steps are noise
    return f"steepest {rates[steepest]:.3f}, lowest {rates[end]:.3f}"


curves = {}
for optimizer_class in (torch.optim.SGD, torch.optim.AdamW):
    for seed in range(3):
        rates, losses = range_test(*setup(optimizer_class, seed))
        name = optimizer_class.__name__
        curves[name, seed] = rates, losses
        print(f"{name:5} {seed=}: {suggest(rates, losses)}")
# > SGD   seed=0: steepest 1.417, lowest 1.874
# > SGD   seed=1: steepest 2.154, lowest 2.477
# > SGD   seed=2: steepest 1.072, lowest 2.154
# > AdamW seed=0: steepest 0.033, lowest 0.132
# > AdamW seed=1: steepest 0.025, lowest 0.152
# > AdamW seed=2: steepest 0.033, lowest 0.231
# --8<-- [end:run]

# --8<-- [start:restored]
model, optimizer, loader = setup(torch.optim.AdamW, seed=0)
before = copy.deepcopy(model.state_dict())
range_test(model, optimizer, loader)
same = all(
    torch.equal(before[key], value) for key, value in model.state_dict().items()
)
print(f"{same=}, {optimizer.param_groups[0]['lr']=}, {len(optimizer.state)=}")
# > same=True, optimizer.param_groups[0]['lr']=0.001, len(optimizer.state)=0
# --8<-- [end:restored]

# --8<-- [start:steps]
for steps in (30, 100, 300):
    model, optimizer, loader = setup(torch.optim.AdamW, seed=0)
    rates, losses = range_test(model, optimizer, loader, steps=steps)
    print(f"{steps=:3}: {suggest(rates, losses)}")
# > steps= 30: steepest 0.085, lowest 1.487
# > steps=100: steepest 0.033, lowest 0.132
# > steps=300: steepest 0.006, lowest 0.078
# --8<-- [end:steps]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4, 3), layout="constrained")
for (name, seed), (rates, losses) in curves.items():
    color = "tab:blue" if name == "SGD" else "tab:orange"
    axes.plot(rates, losses, color=color, label=None if seed else name)
axes.set(xscale="log", xlabel="learning rate", ylabel="smoothed loss", ylim=(0, 4))
axes.set_xticks([1e-4, 1e-2, 1.0], ["0.0001", "0.01", "1"])
axes.legend()
figure.savefig("lr_range_test.svg")
# --8<-- [end:figure]
