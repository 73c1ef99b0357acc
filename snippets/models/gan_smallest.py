# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A GAN in 30 lines: two networks, two optimizers, two updates a step."""

import torch
from torch import nn

# --8<-- [start:smallest]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.manual_seed(0)


def real_points(count):  # what is to be imitated
    return torch.tensor([3.0, -2.0]) + 0.5 * torch.randn(count, 2)


generator = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 2)).to(device)
discriminator = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 1)).to(
    device
)
g_optimizer = torch.optim.Adam(generator.parameters(), lr=1e-3, betas=(0.5, 0.999))
d_optimizer = torch.optim.Adam(
    discriminator.parameters(), lr=1e-3, betas=(0.5, 0.999)
)
criterion = nn.BCEWithLogitsLoss()
ones, zeros = torch.ones(64, 1, device=device), torch.zeros(64, 1, device=device)

with torch.no_grad():
    print("before:", generator(torch.randn(1000, 2, device=device)).mean(0))
# ~ before: tensor([-0.0585, -0.0982])
for _ in range(1000):
    real = real_points(64).to(device)
    fake = generator(torch.randn(64, 2, device=device))

    d_loss = criterion(discriminator(real), ones)
    d_loss = d_loss + criterion(discriminator(fake.detach()), zeros)
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()

    g_loss = criterion(discriminator(fake), ones)
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
with torch.no_grad():
    mean = generator(torch.randn(1000, 2, device=device)).mean(0).cpu()
print("after:", mean)
# ~ after: tensor([ 3.0345, -1.9798])
print(
    "nearer than 0.5 to the real mean:",
    bool((mean - real_points(1000).mean(0)).norm() < 0.5),
)
# > nearer than 0.5 to the real mean: True
# --8<-- [end:smallest]

# --8<-- [start:answer]
# the discriminator: 1 for real, 0 for fake; detach() keeps the generator out of it
d_loss = criterion(discriminator(real), ones)
d_loss = d_loss + criterion(discriminator(fake.detach()), zeros)
# the generator: wants the discriminator to say 1
g_loss = criterion(discriminator(fake), ones)
# --8<-- [end:answer]
