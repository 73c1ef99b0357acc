# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["vae_digits.svg"]
# timeout = 180
# ///
"""A VAE and a plain autoencoder: what comes out if you draw the latent at random."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

images = torch.tensor(load_digits().data / 16, dtype=torch.float32)  # (1797, 64)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, test = images[order[:1400]], images[order[1400:]]


# --8<-- [start:model]
class VAE(nn.Module):
    def __init__(self, latent):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 2 * latent)
        )
        self.decoder = nn.Sequential(
            nn.Linear(latent, 128), nn.ReLU(), nn.Linear(128, 64)
        )

    def forward(self, x):  # (batch, 64)
        mu, log_var = self.encoder(x).chunk(2, dim=1)  # (batch, latent) each
        z = mu + (0.5 * log_var).exp() * torch.randn_like(mu)
        return self.decoder(z), mu, log_var  # logits: (batch, 64)


def vae_loss(logits, mu, log_var, x):
    reconstruction = nn.functional.binary_cross_entropy_with_logits(
        logits, x, reduction="none"
    ).sum(1)  # over the pixels
    kl = -0.5 * (1 + log_var - mu**2 - log_var.exp()).sum(1)  # over the latent
    return (reconstruction + kl).mean()  # over the batch


# --8<-- [end:model]


# --8<-- [start:train]
def train_one(seed, plain):
    torch.manual_seed(seed)
    model = VAE(latent=8)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, fused=True)
    for _ in range(700):
        batch = train[torch.randint(1400, (128,))]
        optimizer.zero_grad()
        logits, mu, log_var = model(batch)
        if plain:  # no noise and no KL: an autoencoder
            loss = nn.functional.binary_cross_entropy_with_logits(
                model.decoder(mu), batch
            )
        else:
            loss = vae_loss(logits, mu, log_var, batch)
        loss.backward()
        optimizer.step()
    return model


# --8<-- [end:train]


# --8<-- [start:measure]
def radius(points, k=3):
    """The distance from each point to its k-th neighbour."""
    return torch.cdist(points, points).kthvalue(k + 1, dim=1).values


def plausible_and_covered(made, real):
    """Share of made images near a real one; share of real ones near a made one."""
    near = torch.cdist(made, real) <= radius(real)  # (made, real)
    return near.any(1).float().mean().item(), near.any(0).float().mean().item()


# --8<-- [end:measure]


# --8<-- [start:samples]
@torch.no_grad()
def samples(model, kind):
    torch.manual_seed(100)
    z = torch.randn(397, 8)
    if kind == "normal of the codes":
        codes = model.encoder(train)[:, :8]
        z = codes.mean(0) + z @ torch.linalg.cholesky(codes.T.cov()).T
    return model.decoder(z).sigmoid()


def show(name, made):
    plausible, covered = plausible_and_covered(made, test)
    spread = made.std(0).mean()
    print(
        f"{name}: plausible {plausible:.2f}, covered {covered:.2f}, spread {spread:.2f}"
    )


show("397 training images", train[:397])
# > 397 training images: plausible 0.91, covered 0.86, spread 0.23
for seed in range(3):
    plain, vae = train_one(seed, plain=True), train_one(seed, plain=False)
    show(f"seed {seed}: autoencoder, randn", samples(plain, "randn"))
    fitted = samples(plain, "normal of the codes")
    show(f"seed {seed}: autoencoder, fitted", fitted)
    show(f"seed {seed}: VAE, randn", samples(vae, "randn"))
# ~ seed 0: autoencoder, randn: plausible 0.27, covered 0.09, spread 0.16
# ~ seed 0: autoencoder, fitted: plausible 0.83, covered 0.61, spread 0.20
# ~ seed 0: VAE, randn: plausible 0.99, covered 0.77, spread 0.15
# ~ seed 1: autoencoder, randn: plausible 0.15, covered 0.05, spread 0.16
# ~ seed 1: autoencoder, fitted: plausible 0.78, covered 0.69, spread 0.20
# ~ seed 1: VAE, randn: plausible 0.98, covered 0.77, spread 0.15
# ~ seed 2: autoencoder, randn: plausible 0.21, covered 0.07, spread 0.16
# ~ seed 2: autoencoder, fitted: plausible 0.77, covered 0.62, spread 0.20
# ~ seed 2: VAE, randn: plausible 0.99, covered 0.77, spread 0.15
# --8<-- [end:samples]

# --8<-- [start:codes]
with torch.no_grad():
    for name, model in {"autoencoder": plain, "VAE": vae}.items():
        mu, log_var = model.encoder(test).chunk(2, dim=1)
        error = nn.functional.mse_loss(model.decoder(mu).sigmoid(), test)
        print(f"{name}: standard deviation of mu {mu.std(0).mean():.2f}")
        print(f"{name}: reconstruction error {error:.4f}")
# ~ autoencoder: standard deviation of mu 2.15
# ~ autoencoder: reconstruction error 0.0144
# ~ VAE: standard deviation of mu 0.51
# ~ VAE: reconstruction error 0.0289
# --8<-- [end:codes]

rows = {
    "training images": train,
    "autoencoder": samples(plain, "randn"),
    "its codes fitted": fitted,
    "VAE": samples(vae, "randn"),
}
figure, axes = plt.subplots(4, 8, figsize=(4.8, 2.5), layout="constrained")
for line, (name, pictures) in zip(axes, rows.items(), strict=True):
    for axis, picture in zip(line, pictures, strict=False):
        axis.imshow(picture.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        axis.set(xticks=[], yticks=[])
    line[0].set_ylabel(name, rotation=0, ha="right", va="center")
figure.savefig("vae_digits.svg")
