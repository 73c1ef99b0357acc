# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The opposite slip: a dimension of size 1 that stays makes a table out of a difference."""

import torch
from torch import nn

# --8<-- [start:stays]
outputs = torch.tensor([[1.0], [2.0], [3.0]])  # (batch, 1), from Linear(..., 1)
targets = torch.tensor([1.0, 2.0, 3.0])  # (batch,): every prediction is right
print((outputs - targets).shape, ((outputs - targets) ** 2).mean())
# > torch.Size([3, 3]) tensor(1.3333)

errors = outputs.squeeze(1) - targets
print(errors.shape, (errors**2).mean())
# > torch.Size([3]) tensor(0.)

print(nn.MSELoss()(outputs, targets))
# > tensor(1.3333)
# ! UserWarning: Using a target size (torch.Size([3])) that is different to the input size (torch.Size([3, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
# --8<-- [end:stays]
