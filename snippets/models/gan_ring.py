# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib"]
#
# [tool.tbe]
# figures = ["gan_ring.svg"]
# timeout = 300
# ///
"""Eight clusters on a ring: how many of them does the generator find?"""

import math

import matplotlib.pyplot as plt
import torch
from torch import nn

# --8<-- [start:data]
angles = torch.arange(8) * math.pi / 4
centers = 2 * torch.stack([angles.cos(), angles.sin()], dim=1)  # (8, 2)


def real_points(count):
    return centers[torch.randint(8, (count,))] + 0.1 * torch.randn(count, 2)


def judge(points):
    """How many clusters have points, and the share of points within 0.3 of one."""
    distance, nearest = torch.cdist(points, centers).min(1)
    near = distance < 0.3
    found = torch.bincount(nearest[near], minlength=8) >= len(points) / 100
    return int(found.sum()), near.float().mean().item()


# --8<-- [end:data]


# --8<-- [start:train]
def network(inputs, outputs, activation):
    return nn.Sequential(
        *(nn.Linear(inputs, 64), activation, nn.Linear(64, 64), activation),
        nn.Linear(64, outputs),
    )


def train(seed, beta1, steps=1000):
    torch.manual_seed(seed)
    generator = network(2, 2, nn.ReLU())
    discriminator = network(2, 1, nn.LeakyReLU(0.2))
    g_optimizer = torch.optim.Adam(generator.parameters(), 1e-3, (beta1, 0.999))
    d_optimizer = torch.optim.Adam(discriminator.parameters(), 1e-3, (beta1, 0.999))
    criterion = nn.BCEWithLogitsLoss()
    ones, zeros = torch.ones(128, 1), torch.zeros(128, 1)
    losses = []
    for _ in range(steps):
        real, fake = real_points(128), generator(torch.randn(128, 2))
        d_loss = criterion(discriminator(real), ones)
        d_loss = d_loss + criterion(discriminator(fake.detach()), zeros)
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = criterion(discriminator(fake), ones)
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        losses.append((d_loss.item(), g_loss.item()))
    with torch.no_grad():
        return torch.tensor(losses), generator(torch.randn(2000, 2))


# --8<-- [end:train]

# --8<-- [start:modes]
clusters, near = judge(real_points(2000))
print(f"real points: {clusters} of 8 clusters, {near:.2f} near")
# > real points: 8 of 8 clusters, 0.99 near
runs = {}
for beta1 in (0.5, 0.9):
    for seed in range(3):
        runs[beta1, seed] = train(seed, beta1)
        clusters, near = judge(runs[beta1, seed][1])
        print(
            f"beta1={beta1}, seed {seed}: {clusters} of 8 clusters, {near:.2f} near"
        )
# ~ beta1=0.5, seed 0: 8 of 8 clusters, 0.56 near
# ~ beta1=0.5, seed 1: 8 of 8 clusters, 0.62 near
# ~ beta1=0.5, seed 2: 8 of 8 clusters, 0.59 near
# ~ beta1=0.9, seed 0: 0 of 8 clusters, 0.00 near
# ~ beta1=0.9, seed 1: 1 of 8 clusters, 0.03 near
# ~ beta1=0.9, seed 2: 1 of 8 clusters, 0.23 near
found = {key: judge(points)[0] for key, (_, points) in runs.items()}
print(
    "fewer with 0.9, each seed:",
    all(found[0.9, s] < found[0.5, s] for s in range(3)),
)
# > fewer with 0.9, each seed: True
# --8<-- [end:modes]

# --8<-- [start:losses]
losses, points = runs[0.5, 0]
for start in (0, 250, 500, 750):
    d_loss, g_loss = losses[start : start + 250].mean(0)
    print(
        f"steps {start} to {start + 249}: discriminator {d_loss:.2f}, generator {g_loss:.2f}"
    )
# ~ steps 0 to 249: discriminator 1.25, generator 0.91
# ~ steps 250 to 499: discriminator 1.33, generator 0.73
# ~ steps 500 to 749: discriminator 1.32, generator 0.75
# ~ steps 750 to 999: discriminator 1.30, generator 0.77

for steps in (250, 500):
    clusters, near = judge(train(0, 0.5, steps)[1])
    print(f"after {steps} steps: {clusters} of 8 clusters, {near:.2f} near")
# ~ after 250 steps: 3 of 8 clusters, 0.07 near
# ~ after 500 steps: 8 of 8 clusters, 0.23 near
# --8<-- [end:losses]

figure, axes = plt.subplots(1, 2, figsize=(4.8, 2.5), layout="constrained")
for axis, beta1 in zip(axes, (0.5, 0.9), strict=True):
    axis.scatter(*real_points(300).T, s=4, color="tab:gray", label="real")
    axis.scatter(*runs[beta1, 0][1][:300].T, s=4, color="tab:orange", label="made")
    axis.set(title=f"beta1={beta1}", xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
axes[0].legend(loc="center", markerscale=3)
figure.savefig("gan_ring.svg")
