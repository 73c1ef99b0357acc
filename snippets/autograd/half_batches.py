# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Adding up on purpose: the gradients of two half batches make the gradient of the whole batch."""

import torch
from torch import nn

# --8<-- [start:halves]
torch.manual_seed(0)
model = nn.Linear(4, 1)
criterion = nn.MSELoss()
inputs, targets = torch.randn(8, 4), torch.randn(8, 1)

criterion(model(inputs), targets).backward()
whole = model.weight.grad.clone()

model.zero_grad()
for half in (slice(0, 4), slice(4, 8)):
    loss = criterion(model(inputs[half]), targets[half])
    (loss / 2).backward()  # two halves: each counts half
print(f"divided by 2: {torch.allclose(model.weight.grad, whole)}")
# > divided by 2: True

model.zero_grad()
for half in (slice(0, 4), slice(4, 8)):
    criterion(model(inputs[half]), targets[half]).backward()
print(
    f"not divided:  {(model.weight.grad / whole).mean().item():.4f} times the gradient"
)
# > not divided:  2.0000 times the gradient
# --8<-- [end:halves]
