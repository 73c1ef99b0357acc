# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Messages when everything is frozen."""

import torch
from torch import nn

model = nn.Linear(2, 2)

# --8<-- [start:errors]
model.requires_grad_(False)
try:
    model(torch.ones(1, 2)).sum().backward()
except RuntimeError as error:
    print(error)
# > element 0 of tensors does not require grad and does not have a grad_fn
try:
    torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=0.1)
except ValueError as error:
    print(error)
# > optimizer got an empty parameter list
# --8<-- [end:errors]

# --8<-- [start:no-grad]
model = nn.Sequential(nn.Linear(2, 4), nn.Linear(4, 1))
with torch.no_grad():
    features = model[0](torch.ones(1, 2))  # the backbone needs no graph
model[1](features).sum().backward()  # the head does
print(model[0].weight.grad, model[1].weight.grad is not None)
# > None True
model[0].requires_grad_(False)
print(model[0](torch.ones(1, 2)).grad_fn)  # frozen: no graph either
# > None
# --8<-- [end:no-grad]
