# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["diffusion_digits.svg"]
# timeout = 180
# ///
"""Diffusion on small digits: predict the noise, or predict the clean image."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
real, held_out = images[order[:1400]], images[order[1400:]]

# --8<-- [start:judge]
torch.manual_seed(0)
classifier = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.AdamW(classifier.parameters(), lr=5e-3)
for _ in range(300):
    rows = order[torch.randint(1400, (128,))]
    loss = nn.functional.cross_entropy(classifier(images[rows]), labels[rows])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
limit = torch.cdist(held_out, real).amin(1).quantile(0.9)


@torch.no_grad()
def judge(name, made):
    """Sure: one class has over 0.9. Near: no farther from a real image than `limit`."""
    probability, digit = classifier(made).softmax(1).max(1)
    sure, near = probability > 0.9, torch.cdist(made, real).amin(1) <= limit
    counts = torch.bincount(digit[sure & near], minlength=10)
    share = [f"{part.float().mean():.2f}" for part in (sure, near, sure & near)]
    print(f"{name}: sure {share[0]}, near {share[1]}, both {share[2]}")
    return float(share[2]), int((counts >= len(made) / 100).sum())


real_share, _ = judge("real, held out", held_out)
# ~ real, held out: sure 0.85, near 0.90, both 0.80
judge("noise", torch.rand(1000, 64))
# ~ noise: sure 0.58, near 0.00, both 0.00
judge("two real ones blended", (real[:700] + real[700:]) / 2)
# ~ two real ones blended: sure 0.31, near 0.44, both 0.18
# --8<-- [end:judge]


# --8<-- [start:train]
steps = 100
beta = torch.linspace(0.001, 0.2, steps)
alpha_bar = torch.cumprod(1 - beta, dim=0)


def train(target, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(
        *(nn.Linear(65, 256), nn.SiLU(), nn.Linear(256, 256), nn.SiLU()),
        nn.Linear(256, 64),
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, fused=True)
    for _ in range(1000):
        x0 = 2 * real[torch.randint(1400, (128,))] - 1  # pixels from -1 to 1
        t, noise = torch.randint(steps, (128,)), torch.randn(128, 64)
        a = alpha_bar[t][:, None]
        x = a.sqrt() * x0 + (1 - a).sqrt() * noise
        predicted = model(torch.cat([x, t[:, None] / steps], dim=1))
        wanted = noise if target == "noise" else x0
        loss = nn.functional.mse_loss(predicted, wanted)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


@torch.no_grad()
def sample(model, target, count=1000):
    x = torch.randn(count, 64)
    for t in reversed(range(steps)):
        noise = model(torch.cat([x, torch.full((count, 1), t / steps)], dim=1))
        if target == "image":  # the noise is what is left
            noise = (x - alpha_bar[t].sqrt() * noise) / (1 - alpha_bar[t]).sqrt()
        x = x - beta[t] / (1 - alpha_bar[t]).sqrt() * noise
        x = x / (1 - beta[t]).sqrt()
        if t > 0:
            x = x + beta[t].sqrt() * torch.randn_like(x)
    return ((x + 1) / 2).clamp(0, 1)


# --8<-- [end:train]

# --8<-- [start:made]
made, shares = {}, {}
for target in ("noise", "image"):
    for seed in range(2):
        made[target, seed] = sample(train(target, seed), target)
        name = f"predicts the {target}, seed {seed}"
        shares[target, seed], different = judge(name, made[target, seed])
        print(f"{name}: {different} of 10 digits at least once in 100")
# ~ predicts the noise, seed 0: sure 0.41, near 0.13, both 0.10
# ~ predicts the noise, seed 0: 3 of 10 digits at least once in 100
# ~ predicts the noise, seed 1: sure 0.45, near 0.18, both 0.15
# ~ predicts the noise, seed 1: 4 of 10 digits at least once in 100
# ~ predicts the image, seed 0: sure 0.66, near 0.87, both 0.61
# ~ predicts the image, seed 0: 10 of 10 digits at least once in 100
# ~ predicts the image, seed 1: sure 0.71, near 0.87, both 0.67
# ~ predicts the image, seed 1: 10 of 10 digits at least once in 100
better = all(shares["image", seed] > shares["noise", seed] for seed in range(2))
print(f"more if it predicts the image, each seed: {better}")
# > more if it predicts the image, each seed: True
# --8<-- [end:made]

figure, axes = plt.subplots(3, 8, figsize=(4.8, 2), layout="constrained")
rows = {"real": held_out} | {t: made[t, 0] for t in ("noise", "image")}
for line, (name, pictures) in zip(axes, rows.items(), strict=True):
    for axis, picture in zip(line, pictures, strict=False):
        axis.imshow(picture.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        axis.set(xticks=[], yticks=[])
    line[0].set_ylabel(name, rotation=0, ha="right", va="center")
figure.savefig("diffusion_digits.svg")
