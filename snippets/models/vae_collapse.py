# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""How the reconstruction is averaged decides how much the KL term weighs."""

import torch
from sklearn.datasets import load_digits
from torch import nn

images = torch.tensor(load_digits().data / 16, dtype=torch.float32)  # (1797, 64)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, test = images[order[:1400]], images[order[1400:]]
latent = 8

# --8<-- [start:weights]
torch.manual_seed(0)
logits, targets = torch.randn(128, 64), torch.rand(128, 64)
bce = nn.functional.binary_cross_entropy_with_logits
as_sum = (
    bce(logits, targets, reduction="sum") / 128
)  # over the pixels, a mean image
as_mean = bce(logits, targets)  # over the pixels and the batch
print(torch.allclose(as_sum, 64 * as_mean))
# > True
# --8<-- [end:weights]


# --8<-- [start:train]
def train_one(beta, seed):
    """Minimize reconstruction + beta * KL, both summed and averaged over images."""
    torch.manual_seed(seed)
    encoder = nn.Sequential(
        nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 2 * latent)
    )
    decoder = nn.Sequential(nn.Linear(latent, 128), nn.ReLU(), nn.Linear(128, 64))
    parameters = [*encoder.parameters(), *decoder.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=3e-3, fused=True)

    def terms(x, noise):
        mu, log_var = encoder(x).chunk(2, dim=1)
        z = mu + noise * (0.5 * log_var).exp() * torch.randn_like(mu)
        rebuilt = bce(decoder(z), x, reduction="sum") / len(x)
        kl = -0.5 * (1 + log_var - mu**2 - log_var.exp())  # (batch, latent)
        return rebuilt, kl.mean(0), decoder(z).sigmoid()

    for _ in range(400):
        optimizer.zero_grad()
        rebuilt, kl, _ = terms(train[torch.randint(1400, (128,))], noise=1)
        (rebuilt + beta * kl.sum()).backward()
        optimizer.step()
    with torch.no_grad():
        _, kl, outputs = terms(test, noise=0)
        return kl, nn.functional.mse_loss(outputs, test).item()


def show(name, beta, seed):
    kl, error = train_one(beta, seed)
    used = int((kl > 0.05).sum())
    print(f"{name}: KL {kl.sum():.2f}, {used} of 8 used, error {error:.3f}")


# --8<-- [end:train]

# --8<-- [start:beta]
for beta in (0.1, 1, 2):
    for seed in range(2):
        show(f"beta={beta}, seed {seed}", beta, seed)
# ~ beta=0.1, seed 0: KL 13.30, 8 of 8 used, error 0.016
# ~ beta=0.1, seed 1: KL 13.73, 8 of 8 used, error 0.016
# ~ beta=1, seed 0: KL 2.97, 6 of 8 used, error 0.029
# ~ beta=1, seed 1: KL 3.03, 4 of 8 used, error 0.031
# ~ beta=2, seed 0: KL 0.85, 3 of 8 used, error 0.050
# ~ beta=2, seed 1: KL 0.90, 4 of 8 used, error 0.049
# --8<-- [end:beta]

# --8<-- [start:collapse]
for seed in range(2):
    show(f"beta=64, seed {seed}", 64, seed)
# ~ beta=64, seed 0: KL 0.00, 0 of 8 used, error 0.074
# ~ beta=64, seed 1: KL 0.00, 0 of 8 used, error 0.074
show("beta=8, both means", 8, 0)
# ~ beta=8, both means: KL 0.00, 0 of 8 used, error 0.074
average = nn.functional.mse_loss(train.mean(0).expand_as(test), test)
print(f"the average image for everything: error {average:.3f}")
# > the average image for everything: error 0.073
# --8<-- [end:collapse]
