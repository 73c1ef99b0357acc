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


def train(seed, beta1, stops):
    """The losses, and the points that the generator makes after some steps."""
    torch.manual_seed(seed)
    generator = network(2, 2, nn.ReLU())
    discriminator = network(2, 1, nn.LeakyReLU(0.2))
    g_optimizer = torch.optim.Adam(generator.parameters(), 1e-3, (beta1, 0.999))
    d_optimizer = torch.optim.Adam(discriminator.parameters(), 1e-3, (beta1, 0.999))
    criterion = nn.BCEWithLogitsLoss()
    ones, zeros = torch.ones(128, 1), torch.zeros(128, 1)
    same_noise = torch.randn(2000, 2)  # to look at
    losses, made = [], {}
    for step in range(1, stops[-1] + 1):
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
        if step in stops:
            with torch.no_grad():
                made[step] = generator(same_noise)
    return torch.tensor(losses), made


# --8<-- [end:train]

# --8<-- [start:modes]
clusters, near = judge(real_points(2000))
print(f"real points: {clusters} of 8 clusters, {near:.2f} near")
# > real points: 8 of 8 clusters, 0.99 near
runs = {}
for beta1, stops in {0.5: (250, 500, 1000), 0.9: (1000, 2000)}.items():
    for seed in range(3):
        runs[beta1, seed] = train(seed, beta1, stops)
        for step in (1000, 2000):
            if step in stops:
                clusters, near = judge(runs[beta1, seed][1][step])
                print(
                    f"beta1={beta1}, seed {seed}, {step} steps: "
                    f"{clusters} of 8 clusters, {near:.2f} near"
                )
# ~ beta1=0.5, seed 0, 1000 steps: 8 of 8 clusters, 0.58 near
# ~ beta1=0.5, seed 1, 1000 steps: 8 of 8 clusters, 0.68 near
# ~ beta1=0.5, seed 2, 1000 steps: 8 of 8 clusters, 0.42 near
# ~ beta1=0.9, seed 0, 1000 steps: 1 of 8 clusters, 0.14 near
# ~ beta1=0.9, seed 0, 2000 steps: 4 of 8 clusters, 0.13 near
# ~ beta1=0.9, seed 1, 1000 steps: 3 of 8 clusters, 0.05 near
# ~ beta1=0.9, seed 1, 2000 steps: 8 of 8 clusters, 0.42 near
# ~ beta1=0.9, seed 2, 1000 steps: 0 of 8 clusters, 0.00 near
# ~ beta1=0.9, seed 2, 2000 steps: 1 of 8 clusters, 0.07 near
found = {key: judge(made[1000])[0] for key, (_, made) in runs.items()}
fewer = all(found[0.9, seed] < found[0.5, seed] for seed in range(3))
print(f"fewer with 0.9 after 1000 steps, each seed: {fewer}")
# > fewer with 0.9 after 1000 steps, each seed: True
# --8<-- [end:modes]

# --8<-- [start:losses]
losses, made = runs[0.5, 0]
for step, points in made.items():
    d_loss, g_loss = losses[step - 250 : step].mean(0)
    clusters, near = judge(points)
    print(
        f"to step {step}: discriminator {d_loss:.2f}, generator {g_loss:.2f},"
        f" {clusters} of 8, {near:.2f} near"
    )
# ~ to step 250: discriminator 1.14, generator 1.05, 2 of 8, 0.06 near
# ~ to step 500: discriminator 1.32, generator 0.75, 7 of 8, 0.17 near
# ~ to step 1000: discriminator 1.30, generator 0.77, 8 of 8, 0.58 near
# --8<-- [end:losses]

figure, axes = plt.subplots(1, 2, figsize=(4.8, 2.5), layout="constrained")
for axis, beta1 in zip(axes, (0.5, 0.9), strict=True):
    axis.scatter(*real_points(300).T, s=4, color="tab:gray", label="real")
    axis.scatter(
        *runs[beta1, 0][1][1000][:300].T, s=4, color="tab:orange", label="made"
    )
    axis.set(title=f"beta1={beta1}", xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
axes[0].legend(loc="center", markerscale=3)
figure.savefig("gan_ring.svg")
