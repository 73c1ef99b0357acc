# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.accumulation"]
# ///
"""Four small batches and one step: the gradient of the large batch."""

import torch
from torch import nn

# --8<-- [start:smallest]
torch.manual_seed(0)
model = nn.Linear(3, 1)
criterion = nn.MSELoss()
inputs, targets = torch.randn(8, 3), torch.randn(8, 1)

criterion(model(inputs), targets).backward()  # all 8 at once
whole = model.weight.grad.clone()
model.zero_grad()

for some_inputs, some_targets in zip(
    inputs.split(2), targets.split(2), strict=True
):
    loss = criterion(model(some_inputs), some_targets)
    (loss / 4).backward()  # 4 micro-batches
print(f"whole batch  {whole}")
# > whole batch  tensor([[ 0.2589,  0.7913, -0.2553]])
print(f"accumulated  {model.weight.grad}")
# > accumulated  tensor([[ 0.2589,  0.7913, -0.2553]])
# --8<-- [end:smallest]

# --8<-- [start:undivided]
model.zero_grad()
for some_inputs, some_targets in zip(
    inputs.split(2), targets.split(2), strict=True
):
    criterion(model(some_inputs), some_targets).backward()  # not divided
print(f"not divided  {model.weight.grad}")
# > not divided  tensor([[ 1.0357,  3.1651, -1.0212]])
print(f"ratio        {model.weight.grad / whole}")
# > ratio        tensor([[4., 4., 4.]])
# --8<-- [end:undivided]

loader = list(zip(inputs.split(2), targets.split(2), strict=True))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

# --8<-- [start:answer]
accumulation_steps = 4
model.train()  # 1 training mode
for i, (inputs, targets) in enumerate(loader):
    if i % accumulation_steps == 0:
        optimizer.zero_grad()  # 2 clear the old gradients
    loss = criterion(model(inputs), targets)  # 3 forward and loss
    (loss / accumulation_steps).backward()  # 4 gradients
    if (i + 1) % accumulation_steps == 0:
        optimizer.step()  # 5 update
# --8<-- [end:answer]
