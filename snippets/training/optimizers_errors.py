# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.optim-wrong-param-group", "err.negative-lr"]
# ///
"""What torch.optim refuses."""

import torch
from torch import nn

# --8<-- [start:twice]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
head = model[2]
try:
    torch.optim.SGD(
        [{"params": model.parameters()}, {"params": head.parameters(), "lr": 0.1}],
        lr=0.01,
    )
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: some parameters appear in more than one parameter group
# --8<-- [end:twice]

# --8<-- [start:split]
ids = {id(p) for p in head.parameters()}
rest = [p for p in model.parameters() if id(p) not in ids]
optimizer = torch.optim.SGD(
    [{"params": rest}, {"params": head.parameters(), "lr": 0.1}], lr=0.01
)
print([(len(group["params"]), group["lr"]) for group in optimizer.param_groups])
# > [(2, 0.01), (2, 0.1)]
# --8<-- [end:split]

# --8<-- [start:lr]
try:
    torch.optim.SGD(model.parameters(), lr=-0.1)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Invalid learning rate: -0.1
try:
    torch.optim.SGD(model.parameters(), lr="0.1")  # text, as argparse gives it
except TypeError as error:
    print(type(error).__name__)
# > TypeError
optimizer = torch.optim.SGD(model.parameters(), lr=float("0.1"))
print(optimizer.param_groups[0]["lr"])
# > 0.1
# --8<-- [end:lr]

# --8<-- [start:nesterov]
try:
    torch.optim.SGD(model.parameters(), lr=0.1, nesterov=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Nesterov momentum requires a momentum and zero dampening
# --8<-- [end:nesterov]
