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
print(f"whole batch:  {model.weight.grad}")
# > whole batch:  tensor([[ 1.2357,  0.6630, -2.0608, -0.4541]])

model.zero_grad()
for half in (slice(0, 4), slice(4, 8)):
    loss = criterion(model(inputs[half]), targets[half])
    (loss / 2).backward()  # two halves: each counts half
print(f"divided by 2: {model.weight.grad}")
# > divided by 2: tensor([[ 1.2357,  0.6630, -2.0608, -0.4541]])

model.zero_grad()
for half in (slice(0, 4), slice(4, 8)):
    criterion(model(inputs[half]), targets[half]).backward()
print(f"not divided:  {model.weight.grad}")
# > not divided:  tensor([[ 2.4714,  1.3260, -4.1217, -0.9082]])
# --8<-- [end:halves]
