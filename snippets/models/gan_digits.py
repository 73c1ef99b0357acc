# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["gan_digits.svg"]
# timeout = 180
# ///
"""A GAN that makes small digits, and how many of them a reader could name."""

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
def train(seed, steps=1500):
    torch.manual_seed(seed)
    generator = nn.Sequential(
        *(nn.Linear(16, 128), nn.BatchNorm1d(128), nn.ReLU()),
        *(nn.Linear(128, 128), nn.BatchNorm1d(128), nn.ReLU()),
        *(nn.Linear(128, 64), nn.Sigmoid()),  # pixels from 0 to 1
    )
    discriminator = nn.Sequential(
        *(nn.Linear(64, 256), nn.LeakyReLU(0.2), nn.Dropout(0.3)),
        *(nn.Linear(256, 256), nn.LeakyReLU(0.2), nn.Dropout(0.3)),
        nn.Linear(256, 1),
    )
    settings = {"lr": 2e-3, "betas": (0.5, 0.999), "fused": True}
    g_optimizer = torch.optim.Adam(generator.parameters(), **settings)
    d_optimizer = torch.optim.Adam(discriminator.parameters(), **settings)
    criterion = nn.BCEWithLogitsLoss()
    ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)
    for _ in range(steps):
        fake = generator(torch.randn(64, 16))
        d_loss = criterion(discriminator(real[torch.randint(1400, (64,))]), ones)
        d_loss = d_loss + criterion(discriminator(fake.detach()), zeros)
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = criterion(discriminator(fake), ones)
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
    with torch.no_grad():
        return generator(torch.randn(1000, 16))  # (1000, 64)


# --8<-- [end:train]

# --8<-- [start:made]
made, shares = {}, []
for seed in range(2):
    made[seed] = train(seed)
    share, different = judge(f"GAN, seed {seed}", made[seed])
    shares.append(share)
    print(f"GAN, seed {seed}: {different} of 10 digits at least once in 100")
# ~ GAN, seed 0: sure 0.56, near 0.46, both 0.33
# ~ GAN, seed 0: 10 of 10 digits at least once in 100
# ~ GAN, seed 1: sure 0.63, near 0.47, both 0.39
# ~ GAN, seed 1: 10 of 10 digits at least once in 100
print(f"fewer than of the real ones, each seed: {max(shares) < real_share}")
# > fewer than of the real ones, each seed: True
# --8<-- [end:made]

figure, axes = plt.subplots(3, 8, figsize=(4.8, 2), layout="constrained")
rows = {"real": held_out, "seed 0": made[0], "seed 1": made[1]}
for line, (name, pictures) in zip(axes, rows.items(), strict=True):
    for axis, picture in zip(line, pictures, strict=False):
        axis.imshow(picture.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        axis.set(xticks=[], yticks=[])
    line[0].set_ylabel(name, rotation=0, ha="right", va="center")
figure.savefig("gan_digits.svg")
