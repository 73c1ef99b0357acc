# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["debugging_one_batch.svg"]
# ///
"""One batch, learned by heart: a loop that works drives its loss to zero, a broken one does not."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:smallest]
digits = load_digits()
inputs = torch.tensor(digits.data[:32] / 16, dtype=torch.float32)  # (32, 64)
targets = torch.tensor(digits.target[:32])


def make_model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))


def overfit(model, parameters, inputs, targets, criterion=None, steps=200):
    criterion = criterion or nn.CrossEntropyLoss()
    optimizer = torch.optim.AdamW(parameters, lr=0.01)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


model = make_model()
losses = overfit(model, model.parameters(), inputs, targets)
right = (model(inputs).argmax(1) == targets).sum().item()
print(f"loss {losses[0]:.2f} -> {losses[-1]:.3f}, {right} of 32 right")
# > loss 2.33 -> 0.001, 32 of 32 right
# --8<-- [end:smallest]

# --8<-- [start:broken]
curves = {"works": losses}

model = make_model()  # the optimizer holds another model's parameters
curves["old parameters"] = overfit(
    model, make_model().parameters(), inputs, targets
)

model = make_model().append(nn.ReLU())  # a ReLU after the last layer
curves["ReLU on the logits"] = overfit(model, model.parameters(), inputs, targets)

model = make_model()  # one image in all 32 rows, with 32 labels
curves["same image"] = overfit(
    model, model.parameters(), inputs[:1].expand(32, 64), targets
)

model = make_model().append(nn.Softmax(1))  # softmax twice
curves["softmax twice"] = overfit(model, model.parameters(), inputs, targets)

for name, losses in curves.items():
    print(f"{name:<18} {losses[0]:.2f} -> {losses[-1]:.3f}")
# > works              2.33 -> 0.001
# > old parameters     2.33 -> 2.325
# > ReLU on the logits 2.32 -> 1.152
# > same image         2.32 -> 2.295
# > softmax twice      2.30 -> 1.491
# --8<-- [end:broken]

figure, axes = plt.subplots(figsize=(4, 3.2), layout="constrained")
for name, losses in curves.items():
    axes.plot(losses, label=name)
axes.set(xlabel="step on the same batch", ylabel="loss", yscale="log")
axes.legend()
figure.savefig("debugging_one_batch.svg")

# --8<-- [start:seeds]
for seed in range(5):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    adamw = overfit(model, model.parameters(), inputs, targets)[-1]
    print(f"seed {seed}: {adamw:.3f}")
# > seed 0: 0.001
# > seed 1: 0.001
# > seed 2: 0.001
# > seed 3: 0.001
# > seed 4: 0.001

for rate in (0.01, 0.5):  # plain SGD
    model = make_model()
    optimizer = torch.optim.SGD(model.parameters(), rate)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(inputs), targets)
        loss.backward()
        optimizer.step()
    print(f"SGD with a rate of {rate}: {loss.item():.3f}")
# > SGD with a rate of 0.01: 2.177
# > SGD with a rate of 0.5: 0.009
# --8<-- [end:seeds]

# --8<-- [start:passes]
shuffled = targets[torch.randperm(32, generator=torch.Generator().manual_seed(0))]
model = make_model()
losses = overfit(model, model.parameters(), inputs, shuffled)
print(f"wrong labels:     {losses[0]:.2f} -> {losses[-1]:.3f}")
# > wrong labels:     2.32 -> 0.003

model = make_model().append(nn.Dropout(0.5))
losses = overfit(model, model.parameters(), inputs, targets)
print(f"Dropout at work:  {losses[0]:.2f} -> {losses[-1]:.3f}")
# > Dropout at work:  2.35 -> 0.952
# --8<-- [end:passes]
