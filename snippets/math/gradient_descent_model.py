# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""A line, then a network for digits, trained without an optimizer."""

import copy

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:line]
torch.manual_seed(0)
x = torch.rand(100)
targets = 3 * x + 2 + 0.1 * torch.randn(100)

w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
lr = 0.5

for step in range(201):
    outputs = w * x + b
    loss = (outputs - targets).square().mean()
    loss.backward()
    if step % 50 == 0:
        print(f"step {step:3}: {loss=:.4f} {w.item()=:.2f} {b.item()=:.2f}")
    with torch.no_grad():
        for parameter in (w, b):
            parameter -= lr * parameter.grad
            parameter.grad = None
# > step   0: loss=12.7519 w.item()=0.00 b.item()=0.00
# > step  50: loss=0.0081 w.item()=2.89 b.item()=2.06
# > step 100: loss=0.0079 w.item()=2.93 b.item()=2.03
# > step 150: loss=0.0079 w.item()=2.93 b.item()=2.03
# > step 200: loss=0.0079 w.item()=2.93 b.item()=2.03
# --8<-- [end:line]

# --8<-- [start:digits]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor(digits)

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
start = copy.deepcopy(model)
criterion = nn.CrossEntropyLoss()
lr = 0.5

for step in range(101):
    loss = criterion(model(inputs), targets)
    loss.backward()
    if step % 25 == 0:
        print(f"step {step:3}: {loss=:.3f}")
    with torch.no_grad():
        for parameter in model.parameters():
            parameter -= lr * parameter.grad
    model.zero_grad()
# > step   0: loss=2.326
# > step  25: loss=1.044
# > step  50: loss=0.390
# > step  75: loss=0.255
# > step 100: loss=0.198
# --8<-- [end:digits]

# --8<-- [start:optimizer]
twin = copy.deepcopy(start)
optimizer = torch.optim.SGD(twin.parameters(), lr=lr)
for _ in range(101):
    optimizer.zero_grad()
    loss = criterion(twin(inputs), targets)
    loss.backward()
    optimizer.step()

pairs = zip(model.parameters(), twin.parameters(), strict=True)
gap = max((mine - its).abs().max().item() for mine, its in pairs)
print(f"largest difference of any weight: {gap:.5f}")
# > largest difference of any weight: 0.00000

gradients = [parameter.grad for parameter in twin.parameters()]
norm = torch.nn.utils.get_total_norm(gradients)
by_hand = torch.cat([gradient.flatten() for gradient in gradients]).norm()
print(f"norm of the whole gradient {norm:.4f}, by hand {by_hand:.4f}")
# > norm of the whole gradient 0.0574, by hand 0.0574
# --8<-- [end:optimizer]

# --8<-- [start:sweep]
for lr in (0.01, 0.03, 0.1, 0.3, 1.0, 3.0):
    model = copy.deepcopy(start)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(100):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
    print(f"lr {lr:4}: {loss=:.2f}")
# > lr 0.01: loss=2.28
# > lr 0.03: loss=2.17
# > lr  0.1: loss=1.38
# > lr  0.3: loss=0.32
# > lr  1.0: loss=0.12
# > lr  3.0: loss=2.30
# --8<-- [end:sweep]
