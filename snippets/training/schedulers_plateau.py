# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["sched.plateau"]
# figures = ["schedulers_plateau.svg"]
# ///
"""ReduceLROnPlateau follows a number that you give it."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau

# --8<-- [start:answer]
optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, mode="min", factor=0.5, patience=5)
val_loss = 0.7  # from the validation after each epoch
scheduler.step(val_loss)
# --8<-- [end:answer]


# --8<-- [start:plateau]
def follow(values, **options):
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = ReduceLROnPlateau(optimizer, **options)
    found = []
    for value in values:
        optimizer.step()
        scheduler.step(value)  # after validation
        found.append(optimizer.param_groups[0]["lr"])
    return found


losses = [0.90, 0.70, 0.60, 0.61, 0.60, 0.62, 0.50, 0.49, 0.51, 0.52, 0.50]
rates = follow(losses, patience=2, factor=0.5)
print("loss", " ".join(f"{loss:.2f}" for loss in losses))
# > loss 0.90 0.70 0.60 0.61 0.60 0.62 0.50 0.49 0.51 0.52 0.50
print("lr  ", " ".join(f"{lr:.2f}" for lr in rates))
# > lr   1.00 1.00 1.00 1.00 1.00 0.50 0.50 0.50 0.50 0.50 0.25
# --8<-- [end:plateau]

# --8<-- [start:mode]
accuracy = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]  # better every time
for mode in ("min", "max"):
    print(
        f"{mode}: {[round(lr, 4) for lr in follow(accuracy, mode=mode, patience=1)]}"
    )
# > min: [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
# > max: [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
# --8<-- [end:mode]

# --8<-- [start:options]
flat = [1.0] * 8
for options in ({}, {"patience": 2}, {"patience": 2, "cooldown": 2},
                {"patience": 0, "min_lr": 0.01}):  # fmt: skip
    print(options, [float(f"{lr:.3g}") for lr in follow(flat, **options)])
# > {} [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
# > {'patience': 2} [1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.01, 0.01]
# > {'patience': 2, 'cooldown': 2} [1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.1, 0.1]
# > {'patience': 0, 'min_lr': 0.01} [1.0, 0.1, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01]
slow = [1.0, 0.99, 0.98, 0.97]  # one percent better each time
for threshold in (1e-4, 0.05):
    print(f"{threshold=}", follow(slow, patience=1, threshold=threshold))
# > threshold=0.0001 [1.0, 1.0, 1.0, 1.0]
# > threshold=0.05 [1.0, 1.0, 0.1, 0.1]
# --8<-- [end:options]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 2.8))
axes.plot(losses, ".-", color="gray", label="validation loss")
axes.step(
    range(len(rates)), rates, where="post", color="#1c7ed6", label="learning rate"
)
axes.set(xlabel="epoch", ylim=(0, 1.1))
axes.legend(frameon=False, ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("schedulers_plateau.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
