# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A BatchNorm without gradients still moves: its running statistics are no parameters."""

import torch
from torch import nn

# --8<-- [start:moves]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))
for parameter in model[:2].parameters():
    parameter.requires_grad = False
optimizer = torch.optim.SGD(model[2].parameters(), lr=0.1)
criterion = nn.MSELoss()
loader = [(torch.randn(8, 4) + 5, torch.randn(8, 1)) for _ in range(20)]
probe = torch.zeros(1, 4)


def frozen_part():
    model.eval()
    return [round(value, 2) for value in model[:2](probe).flatten().tolist()]


print(f"before: {frozen_part()}")
# > before: [-0.48, -0.33, -0.21]
model.train()  # 1 training mode
for inputs, targets in loader:
    optimizer.zero_grad()  # 2 clear the old gradients
    loss = criterion(model(inputs), targets)  # 3 forward and loss
    loss.backward()  # 4 gradients
    optimizer.step()  # 5 update
print(f"after:  {frozen_part()}")
# > after:  [3.28, -2.48, 1.68]
# --8<-- [end:moves]

# --8<-- [start:fixed]
print(f"before: {frozen_part()}")
# > before: [3.28, -2.48, 1.68]
model.train()  # 1 training mode
model[:2].eval()  # and the frozen part back to eval, after every train()
for inputs, targets in loader:
    optimizer.zero_grad()  # 2 clear the old gradients
    loss = criterion(model(inputs), targets)  # 3 forward and loss
    loss.backward()  # 4 gradients
    optimizer.step()  # 5 update
print(f"after:  {frozen_part()}")
# > after:  [3.28, -2.48, 1.68]
# --8<-- [end:fixed]
