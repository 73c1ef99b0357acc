# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Why a decoder blurs: one output for two pictures ends at their mean."""

import torch
from torch.nn import functional as F

# --8<-- [start:blur]
left = torch.tensor([1.0, 0.0, 0.0])  # a stroke on the left
middle = torch.tensor([0.0, 1.0, 0.0])  # or one pixel further
pictures = torch.stack([left, middle])  # both have the same code z

for name, loss_of in {
    "mse": lambda logits: F.mse_loss(logits.sigmoid().expand(2, 3), pictures),
    "bce": lambda logits: F.binary_cross_entropy_with_logits(
        logits.expand(2, 3), pictures
    ),
}.items():
    logits = torch.zeros(3, requires_grad=True)  # what the decoder says for this z
    optimizer = torch.optim.Adam([logits], lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        loss = loss_of(logits)
        loss.backward()
        optimizer.step()
    print(f"{name}: learned {[round(p, 1) for p in logits.sigmoid().tolist()]}")
# > mse: learned [0.5, 0.5, 0.0]
# > bce: learned [0.5, 0.5, 0.0]

for name, picture in {"the mean": pictures.mean(0), "sharp": left}.items():
    print(f"{name}: squared error {F.mse_loss(picture.expand(2, 3), pictures):.2f}")
# > the mean: squared error 0.17
# > sharp: squared error 0.33
# --8<-- [end:blur]
