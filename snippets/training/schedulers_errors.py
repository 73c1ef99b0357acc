# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.scheduler-order-warning", "err.plateau-no-metric", "err.scheduler-verbose", "err.onecycle-steps"]
# ///
"""What schedulers warn about and refuse."""

import warnings

import torch
from torch import nn
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    LinearLR,
    OneCycleLR,
    ReduceLROnPlateau,
    SequentialLR,
    StepLR,
)

# --8<-- [start:order]
w = nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
used = []
for _ in range(3):
    scheduler.step()  # too early
    used.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
# ! UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
print(used)
# > [0.05, 0.025, 0.0125]
# --8<-- [end:order]

# --8<-- [start:order-fixed]
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
used = []
for _ in range(3):
    used.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()
print(used)
# > [0.1, 0.05, 0.025]
# --8<-- [end:order-fixed]

# --8<-- [start:amp]
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
scaler = torch.amp.GradScaler("cpu")
for size in (1e38, 1.0):  # the first gradient overflows
    optimizer.zero_grad()
    scaler.scale((size * w).sum()).backward()
    before = scaler.get_scale()
    scaler.step(optimizer)  # skipped, as there is an inf
    scaler.update()
    skipped = scaler.get_scale() < before
    if not skipped:
        scheduler.step()
    print(f"{skipped=} lr={scheduler.get_last_lr()[0]}")
# > skipped=True lr=0.1
# > skipped=False lr=0.05
# --8<-- [end:amp]


# --8<-- [start:other-optimizer]
def warns(name, optimizer, scheduler, stepped):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for batch in range(1, 5):
            if stepped(batch):
                optimizer.step()
            scheduler.step()
    print(
        f"{name:22} {any('before `optimizer.step()`' in str(said.message) for said in caught)}"
    )


def pair():
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, StepLR(optimizer, step_size=1)


warns("step every 2nd batch", *pair(), stepped=lambda batch: batch % 2 == 0)
# > step every 2nd batch   True
_, scheduler = pair()
made_anew, _ = pair()
warns("optimizer made anew", made_anew, scheduler, stepped=lambda batch: True)
# > optimizer made anew    True
warns("both made together", *pair(), stepped=lambda batch: True)
# > both made together     False
# --8<-- [end:other-optimizer]

# --8<-- [start:metric]
scheduler = ReduceLROnPlateau(optimizer)
try:
    scheduler.step()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'
scheduler.step(0.7)  # the validation loss
# --8<-- [end:metric]

# --8<-- [start:verbose]
try:
    ReduceLROnPlateau(optimizer, verbose=True)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: ReduceLROnPlateau.__init__() got an unexpected keyword argument 'verbose'
scheduler = ReduceLROnPlateau(optimizer, patience=0)
for loss in (0.7, 0.8):
    scheduler.step(loss)
    print(f"lr={scheduler.get_last_lr()[0]:.6f}")
# > lr=0.050000
# > lr=0.005000
# --8<-- [end:verbose]

# --8<-- [start:onecycle]
epochs, batches = 2, 5
scheduler = OneCycleLR(
    optimizer, max_lr=0.1, total_steps=epochs
)  # counted in epochs
try:
    for _ in range(epochs * batches):  # and called in each batch
        optimizer.step()
        scheduler.step()
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Tried to step 3 times. The specified number of total steps is 2
# --8<-- [end:onecycle]

# --8<-- [start:onecycle-fixed]
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=epochs * batches)
used = []
for _ in range(epochs * batches):
    used.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()
print(f"first {used[0]:.4f} highest {max(used):.4f} last {used[-1]:.7f}")
# > first 0.0040 highest 0.1000 last 0.0000004
# --8<-- [end:onecycle-fixed]

# --8<-- [start:sequential]
optimizer = torch.optim.SGD([w], lr=0.1)
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=3)
plateau = ReduceLROnPlateau(optimizer, patience=1)
try:
    SequentialLR(optimizer, [warmup, plateau], milestones=[3])
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: SequentialLR does not support `ReduceLROnPlateau` scheduler as it requires additional kwargs to be specified when calling `step`, but got one at index 1 in the given schedulers sequence.
try:
    ChainedScheduler([warmup, plateau], optimizer=optimizer)
except ValueError as error:
    print(f"{type(error).__name__}: {str(error).split(' as ')[0]}")
# > ValueError: ChainedScheduler does not support `ReduceLROnPlateau` scheduler
for epoch, val_loss in enumerate([0.9, 0.8, 0.7, 0.7, 0.7, 0.7]):
    optimizer.step()
    if epoch < 3:
        warmup.step()
    else:
        plateau.step(val_loss)
    print(f"{epoch}: {optimizer.param_groups[0]['lr']:.4f}", end="  ")
# > 0: 0.0400  1: 0.0700  2: 0.1000  3: 0.1000  4: 0.1000  5: 0.0100
print()
# --8<-- [end:sequential]
