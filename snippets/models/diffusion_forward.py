# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib"]
#
# [tool.tbe]
# figures = ["diffusion_forward.svg"]
# ///
"""Adding noise step by step, and in one step by the closed form."""

import math

import matplotlib.pyplot as plt
import torch

# --8<-- [start:steps]
torch.manual_seed(0)
steps = 100
beta = torch.linspace(0.001, 0.2, steps)  # the variance of the noise of each step
alpha_bar = torch.cumprod(1 - beta, dim=0)  # what is left of the signal's variance

x0 = torch.full((200_000,), 2.0)
x = x0
for t in range(steps):
    x = (1 - beta[t]).sqrt() * x + beta[t].sqrt() * torch.randn_like(x)
    if t in (0, 20, 99):
        mean, std = alpha_bar[t].sqrt() * 2, (1 - alpha_bar[t]).sqrt()
        close = torch.allclose(
            torch.stack([x.mean(), x.std()]), torch.stack([mean, std]), atol=0.02
        )
        print(
            f"t={t}: mean {x.mean():.1f}, std {x.std():.1f}, as the formula: {close}"
        )
# > t=0: mean 2.0, std 0.0, as the formula: True
# > t=20: mean 1.6, std 0.6, as the formula: True
# > t=99: mean 0.0, std 1.0, as the formula: True
# --8<-- [end:steps]

# --8<-- [start:by-hand]
product, by_hand = 1.0, []
for value in beta.tolist():
    product *= 1 - value
    by_hand.append(product)
print(torch.allclose(torch.tensor(by_hand), alpha_bar))
# > True
# --8<-- [end:by-hand]


# --8<-- [start:at-once]
def add_noise(x0, t, noise):  # x0: (batch, 2), t: (batch,)
    a = alpha_bar[t][:, None]  # (batch, 1)
    return a.sqrt() * x0 + (1 - a).sqrt() * noise


# --8<-- [end:at-once]

# --8<-- [start:schedules]
time = torch.arange(101) / 100
curve = torch.cos((time + 0.008) / 1.008 * math.pi / 2) ** 2
schedules = {
    "linear, 1000 steps": torch.linspace(1e-4, 0.02, 1000),
    "the same betas, 100 steps": torch.linspace(1e-4, 0.02, 100),
    "betas times 10, 100 steps": torch.linspace(1e-3, 0.2, 100),
    "cosine, 100 steps": (1 - curve[1:] / curve[:-1]).clamp(max=0.999),
}
for name, betas in schedules.items():
    left = torch.cumprod(1 - betas, dim=0)
    half = int((left < 0.5).nonzero()[0]) / len(betas)
    print(
        f"{name}: left at the end {left[-1]:.4f}, half after {half:.2f} of the steps"
    )
# > linear, 1000 steps: left at the end 0.0000, half after 0.26 of the steps
# > the same betas, 100 steps: left at the end 0.3636, half after 0.82 of the steps
# > betas times 10, 100 steps: left at the end 0.0000, half after 0.26 of the steps
# > cosine, 100 steps: left at the end 0.0000, half after 0.49 of the steps
# --8<-- [end:schedules]

angles = torch.arange(8) * math.pi / 4
centers = 2 * torch.stack([angles.cos(), angles.sin()], dim=1)
points = centers[torch.randint(8, (400,))] + 0.1 * torch.randn(400, 2)
figure, axes = plt.subplots(1, 4, figsize=(4.8, 1.6), layout="constrained")
for axis, t in zip(axes, (0, 10, 30, 99), strict=True):
    noisy = add_noise(points, torch.full((400,), t), torch.randn(400, 2))
    axis.scatter(*noisy.T, s=1)
    axis.set(title=f"t={t}", xlim=(-4, 4), ylim=(-4, 4), xticks=[], yticks=[])
    axis.set_aspect("equal")
figure.savefig("diffusion_forward.svg")
