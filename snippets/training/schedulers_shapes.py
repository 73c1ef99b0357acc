# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["schedulers_shapes.svg"]
# ///
"""The learning rates that the schedulers make, as numbers and as curves."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.optim import lr_scheduler


# --8<-- [start:rates]
def rates(make, steps=13):
    optimizer = torch.optim.SGD(
        [nn.Parameter(torch.zeros(1))], lr=1.0, momentum=0.9
    )
    scheduler = make(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


def warmup_then_cosine(optimizer, warmup=3, total=12):
    rise = lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=warmup)
    fall = lr_scheduler.CosineAnnealingLR(optimizer, T_max=total - warmup)
    return lr_scheduler.SequentialLR(optimizer, [rise, fall], milestones=[warmup])


schedulers = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, step_size=4, gamma=0.5),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, [6, 9], gamma=0.1),
    "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, gamma=0.8),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=12),
    "warm-up, cosine": warmup_then_cosine,
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, max_lr=1.0, total_steps=13),
}
for name, make in schedulers.items():
    print(f"{name:17}", " ".join(f"{lr:.2f}" for lr in rates(make)[::2]))
# > StepLR            1.00 1.00 0.50 0.50 0.25 0.25 0.12
# > MultiStepLR       1.00 1.00 1.00 0.10 0.10 0.01 0.01
# > ExponentialLR     1.00 0.64 0.41 0.26 0.17 0.11 0.07
# > CosineAnnealingLR 1.00 0.93 0.75 0.50 0.25 0.07 0.00
# > warm-up, cosine   0.10 0.70 0.97 0.75 0.41 0.12 0.00
# > OneCycleLR        0.04 0.79 0.96 0.74 0.41 0.11 0.00
# --8<-- [end:rates]


# --8<-- [start:momentum]
def with_one_cycle(momentum, **options):
    optimizer = torch.optim.SGD(
        [nn.Parameter(torch.zeros(1))], lr=1.0, momentum=momentum
    )
    lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps=13, **options)
    return optimizer.param_groups[0]["momentum"]


print(f"momentum=0.9: {with_one_cycle(0.9):.2f}")
# > momentum=0.9: 0.95
print(f"momentum=0.0: {with_one_cycle(0.0):.2f}")
# > momentum=0.0: 0.95
print(f"cycle_momentum=False: {with_one_cycle(0.0, cycle_momentum=False):.2f}")
# > cycle_momentum=False: 0.00
# --8<-- [end:momentum]

# --8<-- [start:figure]
figure, axes = plt.subplots(3, 2, figsize=(4.8, 5), sharex=True, sharey=True)
for panel, (name, make) in zip(axes.flat, schedulers.items(), strict=True):
    panel.plot(rates(make), ".-", color="#1c7ed6", markersize=4)
    panel.set_title(name, fontsize=10)
figure.supxlabel("calls of scheduler.step()", fontsize=10)
figure.supylabel("learning rate", fontsize=10)
figure.tight_layout()
figure.savefig("schedulers_shapes.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
