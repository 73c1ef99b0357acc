# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Two mistakes that bring the discriminator's loss to 0: another range, one target."""

import torch
from sklearn.datasets import load_digits
from torch import nn

images = torch.tensor(load_digits().data / 16, dtype=torch.float32)  # 0 to 1
criterion = nn.BCEWithLogitsLoss()
ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)


# --8<-- [start:causes]
def train(real, last, fake_target, seed, steps=300):
    torch.manual_seed(seed)
    generator = nn.Sequential(
        nn.Linear(16, 128), nn.ReLU(), nn.Linear(128, 64), last
    )
    discriminator = nn.Sequential(
        nn.Linear(64, 128), nn.LeakyReLU(0.2), nn.Dropout(0.3), nn.Linear(128, 1)
    )
    settings = {"lr": 1e-3, "betas": (0.5, 0.999)}
    g_optimizer = torch.optim.Adam(generator.parameters(), **settings)
    d_optimizer = torch.optim.Adam(discriminator.parameters(), **settings)
    for _ in range(steps):
        batch = real[torch.randint(1797, (64,))]
        fake = generator(torch.randn(64, 16))
        d_loss = criterion(discriminator(batch), ones)
        d_loss = d_loss + criterion(discriminator(fake.detach()), fake_target)
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = criterion(discriminator(fake), ones)
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
    caught = (discriminator(fake.detach()) < 0).float().mean()
    return f"d_loss {d_loss.item():.1f}, fakes recognized {caught.item():.1f}"


for name, *settings in (
    ("real 0 to 1, Sigmoid", images, nn.Sigmoid(), zeros),
    ("real -1 to 1, Sigmoid", 2 * images - 1, nn.Sigmoid(), zeros),
    ("real -1 to 1, Tanh", 2 * images - 1, nn.Tanh(), zeros),
    ("target 1 for both", images, nn.Sigmoid(), ones),
):
    for seed in range(2):
        print(f"{name}, seed {seed}: {train(*settings, seed)}")
# ~ real 0 to 1, Sigmoid, seed 0: d_loss 1.3, fakes recognized 0.8
# ~ real 0 to 1, Sigmoid, seed 1: d_loss 1.3, fakes recognized 0.8
# ~ real -1 to 1, Sigmoid, seed 0: d_loss 0.0, fakes recognized 1.0
# ~ real -1 to 1, Sigmoid, seed 1: d_loss 0.0, fakes recognized 1.0
# ~ real -1 to 1, Tanh, seed 0: d_loss 1.2, fakes recognized 0.8
# ~ real -1 to 1, Tanh, seed 1: d_loss 1.3, fakes recognized 0.7
# ~ target 1 for both, seed 0: d_loss 0.0, fakes recognized 0.0
# ~ target 1 for both, seed 1: d_loss 0.0, fakes recognized 0.0
# --8<-- [end:causes]
