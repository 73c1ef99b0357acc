# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib"]
#
# [tool.tbe]
# figures = ["diffusion_compare.svg"]
# timeout = 300
# ///
"""Fewer sampling steps, a schedule that ends too early, and a label as a condition."""

import itertools
import math

import matplotlib.pyplot as plt
import torch
from torch import nn

steps = 100


# --8<-- [start:train]
def train(beta, seed, center=0.0):
    """The noise predictor for a circle of radius 2; the label is its left or right."""
    torch.manual_seed(seed)
    alpha_bar = torch.cumprod(1 - beta, dim=0)
    model = nn.Sequential(
        *(nn.Linear(4, 128), nn.SiLU(), nn.Linear(128, 128), nn.SiLU()),
        nn.Linear(128, 2),
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, fused=True)
    for _ in range(1000):
        angle = 2 * math.pi * torch.rand(256, 1)
        x0 = 2 * torch.cat([angle.cos(), angle.sin()], dim=1)  # (256, 2)
        label = x0[:, :1].sign() * (torch.rand(256, 1) < 0.8)  # 0: not told
        x0 = x0 + torch.tensor([center, 0.0])
        t, noise = torch.randint(steps, (256,)), torch.randn(256, 2)
        a = alpha_bar[t][:, None]
        x = a.sqrt() * x0 + (1 - a).sqrt() * noise
        loss = nn.functional.mse_loss(
            model(torch.cat([x, t[:, None] / steps, label], dim=1)), noise
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model, alpha_bar


# --8<-- [end:train]


# --8<-- [start:ddim]
@torch.no_grad()
def ddim(model, alpha_bar, calls, label=0.0, count=1000):
    """Jump over the steps between: `calls` calls of the model, no new noise."""
    times = torch.linspace(steps - 1, 0, calls + 1).long().tolist()
    torch.manual_seed(1)
    x = torch.randn(count, 2)
    for t, after in itertools.pairwise(times):
        condition = torch.tensor([[t / steps, label]]).expand(count, 2)
        noise = model(torch.cat([x, condition], dim=1))
        x0 = (x - (1 - alpha_bar[t]).sqrt() * noise) / alpha_bar[t].sqrt()
        a = alpha_bar[after]
        x = a.sqrt() * x0 + (1 - a).sqrt() * noise
    return x


def error(points):
    return (points.norm(dim=1) - 2).abs().mean().item()


# --8<-- [end:ddim]

# --8<-- [start:calls]
beta = torch.linspace(0.001, 0.2, steps)
trained = [train(beta, seed) for seed in range(2)]
print(f"pure noise: {error(torch.randn(1000, 2)):.2f}")
# > pure noise: 0.85
errors = {}
for calls in (2, 5, 20, 99):
    errors[calls] = [error(ddim(*m, calls)) for m in trained]
    shown = [f"{e:.2f}" for e in errors[calls]]
    print(f"{calls} calls: distance to the circle {shown}")
# ~ 2 calls: distance to the circle ['1.91', '1.41']
# ~ 5 calls: distance to the circle ['0.41', '0.34']
# ~ 20 calls: distance to the circle ['0.20', '0.16']
# ~ 99 calls: distance to the circle ['0.19', '0.16']
print(
    "20 calls better than 5, each seed:",
    all(errors[20][seed] < errors[5][seed] for seed in range(2)),
)
# > 20 calls better than 5, each seed: True
# --8<-- [end:calls]

# --8<-- [start:too-early]
early = torch.linspace(1e-4, 0.02, steps)
short = [train(early, seed) for seed in range(2)]
print(
    f"circle at 0, ends too early: {[f'{error(ddim(*m, 20)):.2f}' for m in short]}"
)
# ~ circle at 0, ends too early: ['0.09', '0.08']
for name, betas in {"to the end": beta, "ends too early": early}.items():
    moved = [ddim(*train(betas, seed, center=6.0), 20) for seed in range(2)]
    means = [points[:, 0].mean().item() for points in moved]
    print(f"circle at 6, {name}: mean at {[f'{m:.1f}' for m in means]}")
    print("both within 2 of it:", all(abs(m - 6) < 2 for m in means))
# ~ circle at 6, to the end: mean at ['5.6', '5.1']
# > both within 2 of it: True
# ~ circle at 6, ends too early: mean at ['-2699.1', '-431.3']
# > both within 2 of it: False
# --8<-- [end:too-early]

# --8<-- [start:label]
for label in (-1.0, 0.0, 1.0):
    right = [(ddim(*one, 20, label)[:, 0] > 0).float().mean() for one in trained]
    print(f"label {label}: share on the right {[f'{r:.1f}' for r in right]}")
# ~ label -1.0: share on the right ['0.0', '0.0']
# ~ label 0.0: share on the right ['0.5', '0.5']
# ~ label 1.0: share on the right ['0.9', '0.9']
# --8<-- [end:label]

figure, axes = plt.subplots(1, 4, figsize=(4.8, 1.7), layout="constrained")
pictures = {f"{calls} calls": ddim(*trained[0], calls) for calls in (2, 5, 20)}
pictures["noise"] = torch.randn(400, 2)
for axis, (name, points) in zip(axes, pictures.items(), strict=True):
    axis.scatter(*points[:400].T, s=1)
    axis.set(xlim=(-4, 4), ylim=(-4, 4), xticks=[], yticks=[], aspect="equal")
    axis.set_title(name, fontsize=9)
figure.savefig("diffusion_compare.svg")
