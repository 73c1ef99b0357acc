# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14"]
# ///
"""CrossEntropyLoss on a model with one output: the loss is 0 from the start, and nothing learns."""

import torch
from torch import nn

# --8<-- [start:one-output]
torch.manual_seed(0)
inputs = torch.randn(8, 2)
targets = (inputs[:, :1] > 0).float()  # (8, 1): 0.0 or 1.0
model = nn.Linear(2, 1)
for criterion in (nn.CrossEntropyLoss(), nn.BCEWithLogitsLoss()):
    model.zero_grad()
    loss = criterion(model(inputs), targets)
    loss.backward()
    print(f"{type(criterion).__name__:17} loss {abs(loss.item()):.4f}", end="   ")
    print(f"largest gradient {model.weight.grad.abs().max():.4f}")
# > CrossEntropyLoss  loss 0.0000   largest gradient 0.0000
# > BCEWithLogitsLoss loss 0.6363   largest gradient 0.2397

for flat in (targets.squeeze(1), targets.squeeze(1).long()):  # (8,)
    try:
        nn.CrossEntropyLoss()(model(inputs), flat)
    except (RuntimeError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: expected target dtype to be Long or Byte, but got Float
# > IndexError: Target 1 is out of bounds.
# --8<-- [end:one-output]
