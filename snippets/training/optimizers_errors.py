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
    print(f"SGD:   {type(error).__name__}: {error}")
# > SGD:   TypeError: '<' not supported between instances of 'str' and 'float'
try:
    torch.optim.AdamW(model.parameters(), lr="0.1")
except TypeError as error:
    print(f"AdamW: {type(error).__name__}: {error}")
# > AdamW: TypeError: '<=' not supported between instances of 'float' and 'str'
optimizer = torch.optim.SGD(model.parameters(), lr=float("0.1"))
print(optimizer.param_groups[0]["lr"])
# > 0.1
# --8<-- [end:lr]

# --8<-- [start:below-zero]
w = nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.SGD([w], lr=0.1)
schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step)
for _ in range(4):
    optimizer.zero_grad()
    loss = (w**2).sum()  # smallest at 0
    loss.backward()
    optimizer.step()
    print(f"lr={optimizer.param_groups[0]['lr']:4.1f} {w.item()=:.3f}")
    schedule.step()
# > lr= 0.1 w.item()=0.800
# > lr= 0.0 w.item()=0.800
# > lr=-0.1 w.item()=0.960
# > lr=-0.2 w.item()=1.344
# --8<-- [end:below-zero]

# --8<-- [start:nesterov]
try:
    torch.optim.SGD(model.parameters(), lr=0.1, nesterov=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Nesterov momentum requires a momentum and zero dampening
# --8<-- [end:nesterov]
