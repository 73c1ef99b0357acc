# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The recipe's schedules beside torch's own, to the last printed digit."""

import torch
from torch import nn
from torch.optim import lr_scheduler

from torchbyexample.schedulers import Plateau, cosine, step_decay, warmup_cosine


# --8<-- [start:beside]
def rates(make):
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = make(optimizer)
    found = []
    for _ in range(11):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


def by_function(function):
    return rates(lambda optimizer: lr_scheduler.LambdaLR(optimizer, function))


def warmup(optimizer):
    rise = lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=3)
    fall = lr_scheduler.CosineAnnealingLR(optimizer, T_max=7)
    return lr_scheduler.SequentialLR(optimizer, [rise, fall], milestones=[3])


def show(name, ours, theirs):
    print(name)
    print("  ours ", " ".join(f"{ours[step]:.8f}" for step in (0, 2, 4, 7, 9)))
    print("  torch", " ".join(f"{theirs[step]:.8f}" for step in (0, 2, 4, 7, 9)))


show(
    "step",
    by_function(lambda step: step_decay(step, step_size=4, gamma=0.5)),
    rates(lambda o: lr_scheduler.StepLR(o, step_size=4, gamma=0.5)),
)
# > step
# >   ours  0.10000000 0.10000000 0.05000000 0.05000000 0.02500000
# >   torch 0.10000000 0.10000000 0.05000000 0.05000000 0.02500000
show(
    "cosine",
    by_function(lambda step: cosine(step, total_steps=10)),
    rates(lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=10)),
)
# > cosine
# >   ours  0.10000000 0.09045085 0.06545085 0.02061074 0.00244717
# >   torch 0.10000000 0.09045085 0.06545085 0.02061074 0.00244717
show(
    "warm-up, cosine",
    by_function(lambda step: warmup_cosine(step, warmup_steps=3, total_steps=10)),
    rates(warmup),
)
# > warm-up, cosine
# >   ours  0.01000000 0.07000000 0.09504844 0.03887395 0.00495156
# >   torch 0.01000000 0.07000000 0.09504844 0.03887395 0.00495156
# --8<-- [end:beside]

# --8<-- [start:plateau]
losses = [0.9, 0.7, 0.7, 0.7, 0.7, 0.6, 0.7, 0.7, 0.7]
optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.1)
theirs = lr_scheduler.ReduceLROnPlateau(optimizer, patience=2, factor=0.5)
ours = Plateau(patience=2, factor=0.5)
for loss in losses:
    theirs.step(loss)
    rate = 0.1 * ours.update(loss)
    print(f"{loss=}: ours {rate:.8f} torch {optimizer.param_groups[0]['lr']:.8f}")
# > loss=0.9: ours 0.10000000 torch 0.10000000
# > loss=0.7: ours 0.10000000 torch 0.10000000
# > loss=0.7: ours 0.10000000 torch 0.10000000
# > loss=0.7: ours 0.10000000 torch 0.10000000
# > loss=0.7: ours 0.05000000 torch 0.05000000
# > loss=0.6: ours 0.05000000 torch 0.05000000
# > loss=0.7: ours 0.05000000 torch 0.05000000
# > loss=0.7: ours 0.05000000 torch 0.05000000
# > loss=0.7: ours 0.02500000 torch 0.02500000
# --8<-- [end:plateau]
