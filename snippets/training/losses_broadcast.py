# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.float-labels-regression", "err.mse-broadcast-warning"]
# ///
"""Outputs (N, 1) against targets (N,) in MSELoss: a warning, and a model that learns the mean."""

import torch
from torch import nn

criterion = nn.MSELoss()

# --8<-- [start:pairs]
outputs = torch.tensor([[1.0], [2.0], [3.0]])  # (3, 1)
targets = torch.tensor([1.0, 2.0, 3.0])  # (3,): every guess is right
print(f"{criterion(outputs, targets)=:.4f}")
# > criterion(outputs, targets)=1.3333
# ! UserWarning: Using a target size (torch.Size([3])) that is different to the input size (torch.Size([3, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
print(f"{(outputs - targets)=}")
# > (outputs - targets)=tensor([[ 0., -1., -2.],
# >         [ 1.,  0., -1.],
# >         [ 2.,  1.,  0.]])
# --8<-- [end:pairs]

# --8<-- [start:fixed]
print(f"{criterion(outputs.squeeze(1), targets)=:.4f}")
# > criterion(outputs.squeeze(1), targets)=0.0000
print(f"{criterion(outputs, targets.unsqueeze(1))=:.4f}")
# > criterion(outputs, targets.unsqueeze(1))=0.0000
# --8<-- [end:fixed]

# --8<-- [start:learned]
x = torch.linspace(-1, 1, 8).unsqueeze(1)  # (8, 1)
y = 3 * x.squeeze(1) + 5  # (8,): slope 3, mean 5


def learn(targets):
    torch.manual_seed(0)
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    for _ in range(200):
        optimizer.zero_grad()
        loss = criterion(model(x), targets)
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.4f}", end="   ")
    print(f"slope {model.weight.item():z.2f}, bias {model.bias.item():.2f}")


learn(y)  # (8, 1) against (8,)
# > loss 3.8571   slope 0.00, bias 5.00
# ! UserWarning: Using a target size (torch.Size([8])) that is different to the input size (torch.Size([8, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
learn(y.unsqueeze(1))  # (8, 1) against (8, 1)
# > loss 0.0000   slope 3.00, bias 5.00
# --8<-- [end:learned]
