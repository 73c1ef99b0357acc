# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["sched.dynamic-lr", "sched.step-lr"]
# ///
"""A scheduler rewrites the learning rate in the optimizer, each time its step() is called."""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, OneCycleLR, StepLR

# --8<-- [start:smallest]
w = nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=2, gamma=0.5)

for epoch in range(6):
    lr = optimizer.param_groups[0]["lr"]
    optimizer.step()  # stands for all batches of the epoch
    scheduler.step()
    print(f"epoch {epoch}: {lr=:.4f}, then {scheduler.get_last_lr()[0]:.4f}")
# > epoch 0: lr=0.1000, then 0.1000
# > epoch 1: lr=0.1000, then 0.0500
# > epoch 2: lr=0.0500, then 0.0500
# > epoch 3: lr=0.0500, then 0.0250
# > epoch 4: lr=0.0250, then 0.0250
# > epoch 5: lr=0.0250, then 0.0125
# --8<-- [end:smallest]


# --8<-- [start:per-batch]
def last_rate(per_batch, epochs=6, batches=10):
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = StepLR(optimizer, step_size=2, gamma=0.5)
    for _ in range(epochs):
        for _ in range(batches):
            optimizer.step()
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
    return optimizer.param_groups[0]["lr"]


print(f"one call per epoch: {last_rate(per_batch=False):.10f}")
# > one call per epoch: 0.0125000000
print(f"one call per batch: {last_rate(per_batch=True):.10f}")
# > one call per batch: 0.0000000001
# --8<-- [end:per-batch]

# --8<-- [start:groups]
v = nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([{"params": [w], "lr": 0.01}, {"params": [v]}], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
scheduler.step()
print([round(lr, 4) for lr in scheduler.get_last_lr()])
# > [0.005, 0.05]
# --8<-- [end:groups]

# --8<-- [start:not-all-multiply]
for name, make in {
    "StepLR": lambda o: StepLR(o, step_size=5, gamma=0.5),
    "CosineAnnealingLR": lambda o: CosineAnnealingLR(o, T_max=10, eta_min=0.005),
    "OneCycleLR": lambda o: OneCycleLR(o, max_lr=1.0, total_steps=11),
}.items():
    optimizer = torch.optim.SGD(
        [{"params": [w], "lr": 0.01}, {"params": [v]}], lr=0.1
    )
    scheduler = make(optimizer)
    first = scheduler.get_last_lr()
    for _ in range(10):
        optimizer.step()
        scheduler.step()
    for when, rates in (("first", first), ("last", scheduler.get_last_lr())):
        print(f"{name:17} {when:5}", " ".join(f"{lr:.6f}" for lr in rates))
# > StepLR            first 0.010000 0.100000
# > StepLR            last  0.002500 0.025000
# > CosineAnnealingLR first 0.010000 0.100000
# > CosineAnnealingLR last  0.005000 0.005000
# > OneCycleLR        first 0.040000 0.040000
# > OneCycleLR        last  0.000004 0.000004
# --8<-- [end:not-all-multiply]
