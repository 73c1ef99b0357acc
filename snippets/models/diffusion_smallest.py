# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""A diffusion model for points on a ring: add noise, predict it, take it away."""

import math

import torch
from torch import nn

# --8<-- [start:smallest]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.manual_seed(0)
steps = 100
beta = torch.linspace(0.001, 0.2, steps, device=device)
alpha_bar = torch.cumprod(1 - beta, dim=0)


def real_points(count):  # a circle of radius 2
    angle = 2 * math.pi * torch.rand(count, device=device)
    return 2 * torch.stack([angle.cos(), angle.sin()], dim=1)  # (count, 2)


model = nn.Sequential(
    *(nn.Linear(3, 128), nn.SiLU(), nn.Linear(128, 128), nn.SiLU()),
    nn.Linear(128, 2),
).to(device)
optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
criterion = nn.MSELoss()


def predict(x, t):  # x: (batch, 2), t: (batch,)
    return model(torch.cat([x, t[:, None] / steps], dim=1))


for _ in range(1000):
    x0 = real_points(256)
    t = torch.randint(steps, (256,), device=device)
    noise = torch.randn_like(x0)
    a = alpha_bar[t][:, None]  # (batch, 1)
    x = a.sqrt() * x0 + (1 - a).sqrt() * noise
    loss = criterion(predict(x, t), noise)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# --8<-- [end:smallest]


# --8<-- [start:sample]
@torch.no_grad()
def sample(count):
    x = torch.randn(count, 2, device=device)
    for t in reversed(range(steps)):
        noise = predict(x, torch.full((count,), t, device=device))
        x = x - beta[t] / (1 - alpha_bar[t]).sqrt() * noise
        x = x / (1 - beta[t]).sqrt()
        if t > 0:  # new noise, but not after the last step
            x = x + beta[t].sqrt() * torch.randn_like(x)
    return x


radius = sample(2000).norm(dim=1).cpu()
print(f"radius of the samples: {radius.mean():.2f}, spread {radius.std():.2f}")
# ~ radius of the samples: 2.00, spread 0.19
print(f"within 0.5 of the circle: {(radius - 2).abs().lt(0.5).float().mean():.1f}")
# ~ within 0.5 of the circle: 1.0
radius = torch.randn(2000, 2).norm(dim=1)
print(f"of pure noise: {(radius - 2).abs().lt(0.5).float().mean():.1f}")
# > of pure noise: 0.3
# --8<-- [end:sample]

# --8<-- [start:answer]
x = a.sqrt() * x0 + (1 - a).sqrt() * noise  # noise of a random strength
loss = criterion(predict(x, t), noise)  # the noise is the target
# --8<-- [end:answer]
