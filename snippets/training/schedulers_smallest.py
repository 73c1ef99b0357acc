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
from torch.optim.lr_scheduler import StepLR

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
