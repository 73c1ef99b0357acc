# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The focal loss of the recipe as criterion."""

# --8<-- [start:answer]
import functools

import torch

from torchbyexample.losses import focal_loss

criterion = functools.partial(focal_loss, gamma=2.0)
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]], requires_grad=True)
loss = criterion(logits, torch.tensor([0, 2]))  # class indices
loss.backward()
print(f"{loss.item():.4f} {tuple(logits.grad.shape)}")
# > 0.4872 (2, 3)
# --8<-- [end:answer]
