# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The losses of a GAN by hand, and which of two generator losses still has a slope."""

import torch
from torch import nn

# --8<-- [start:by-hand]
torch.manual_seed(0)
criterion = nn.BCEWithLogitsLoss()
real, fake = torch.randn(64, 1), torch.randn(64, 1)  # logits of the discriminator
ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)

d_loss = criterion(real, ones) + criterion(fake, zeros)
by_hand = -real.sigmoid().log().mean() - (1 - fake.sigmoid()).log().mean()
print(torch.allclose(d_loss, by_hand))
# > True
g_loss = criterion(fake, ones)
print(torch.allclose(g_loss, -fake.sigmoid().log().mean()))
# > True
# --8<-- [end:by-hand]

# --8<-- [start:undecided]
undecided = torch.zeros(64, 1)  # a discriminator that says 0.5 to everything
print(
    f"discriminator {criterion(undecided, ones) + criterion(undecided, zeros):.3f}"
)
# > discriminator 1.386
print(f"generator {criterion(undecided, ones):.3f}")
# > generator 0.693
# --8<-- [end:undecided]

# --8<-- [start:saturating]
for value in (0.0, -4.0, -8.0):
    logit = torch.tensor(
        value, requires_grad=True
    )  # what the discriminator says of a fake
    (slope,) = torch.autograd.grad((1 - logit.sigmoid()).log(), logit)
    (other,) = torch.autograd.grad(-logit.sigmoid().log(), logit)
    print(f"logit {value}: minimax {slope:.4f}, non-saturating {other:.4f}")
# > logit 0.0: minimax -0.5000, non-saturating -0.5000
# > logit -4.0: minimax -0.0180, non-saturating -0.9820
# > logit -8.0: minimax -0.0003, non-saturating -0.9997
# --8<-- [end:saturating]
