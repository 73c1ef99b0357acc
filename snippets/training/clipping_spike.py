# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["clipping_spike.svg"]
# ///
"""One broken label in one batch, with and without clipping, SGD and AdamW."""

import matplotlib.pyplot as plt
import torch
from torch import nn

# --8<-- [start:spike]
criterion = nn.MSELoss()
truth = torch.tensor([[1.0], [-2.0], [0.5], [3.0]])


def train(optimizer_class, lr, max_norm, seed=0, steps=200, broken=100):
    torch.manual_seed(seed)
    model = nn.Linear(4, 1, bias=False)
    optimizer = optimizer_class(model.parameters(), lr=lr)
    distances = []
    for step in range(steps):
        inputs = torch.randn(16, 4)
        targets = inputs @ truth + 0.1 * torch.randn(16, 1)
        if step == broken:
            targets[0] *= 1000  # somebody typed three zeros too many
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm)
        optimizer.step()
        distances.append((model.weight.detach().T - truth).norm().item())
    return distances


SGD, AdamW = torch.optim.SGD, torch.optim.AdamW
choices = {"SGD": (SGD, 0.05), "AdamW": (AdamW, 0.1)}
after = (99, 100, 110, 199)  # before, at once, 10 and 99 steps later
print("distance to the true weights after the steps", after)
# > distance to the true weights after the steps (99, 100, 110, 199)
for name, (optimizer_class, lr) in choices.items():
    for max_norm in (float("inf"), 10.0):
        for seed in range(3):
            distances = train(optimizer_class, lr, max_norm, seed)
            text = "".join(f"{distances[step]:7.2f}" for step in after)
            print(f"{name:5} {max_norm=:4} {seed=} {text}")
# > SGD   max_norm= inf seed=0    0.01   2.05   0.74   0.01
# > SGD   max_norm= inf seed=1    0.02  35.12  13.88   0.01
# > SGD   max_norm= inf seed=2    0.01  14.35   6.13   0.01
# > SGD   max_norm=10.0 seed=0    0.01   0.51   0.18   0.01
# > SGD   max_norm=10.0 seed=1    0.02   0.51   0.20   0.01
# > SGD   max_norm=10.0 seed=2    0.01   0.51   0.23   0.01
# > AdamW max_norm= inf seed=0    0.06   0.16   0.82   0.03
# > AdamW max_norm= inf seed=1    0.05   0.18   1.30   0.70
# > AdamW max_norm= inf seed=2    0.06   0.22   1.21   0.30
# > AdamW max_norm=10.0 seed=0    0.06   0.10   0.37   0.03
# > AdamW max_norm=10.0 seed=1    0.05   0.08   0.38   0.03
# > AdamW max_norm=10.0 seed=2    0.06   0.12   0.47   0.03
# --8<-- [end:spike]

# --8<-- [start:figure]
figure, axes = plt.subplots(
    2, 1, figsize=(4, 4.4), sharex=True, sharey=True, layout="constrained"
)
for axis, (name, (optimizer_class, lr)) in zip(axes, choices.items(), strict=True):
    for max_norm, style in ((float("inf"), "-"), (10.0, "--")):
        axis.plot(train(optimizer_class, lr, max_norm), style, label=f"{max_norm=}")
    axis.set(yscale="log", ylabel="distance", title=name)
    axis.legend(loc="lower left")
axes[1].set(xlabel="step; the broken label comes at step 100")
figure.savefig("clipping_spike.svg")
# --8<-- [end:figure]
