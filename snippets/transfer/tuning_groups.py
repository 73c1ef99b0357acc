# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Two learning rates, and a backbone that joins in later."""

import torch
from torch import nn

# --8<-- [start:groups]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
backbone, head = model[0], model[2]
optimizer = torch.optim.AdamW(
    [
        {"params": head.parameters()},
        {"params": backbone.parameters(), "lr": 1e-4},
    ],
    lr=1e-2,
)
print([group["lr"] for group in optimizer.param_groups])
# > [0.01, 0.0001]
# --8<-- [end:groups]

# --8<-- [start:schedule]
schedulers = torch.optim.lr_scheduler
halve = schedulers.StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
halve.step()
print([group["lr"] for group in optimizer.param_groups])
# > [0.005, 5e-05]
for peak in (1e-2, [1e-2, 1e-4]):
    schedulers.OneCycleLR(optimizer, max_lr=peak, total_steps=10)
    rates = [f"{group['lr']:.0e}" for group in optimizer.param_groups]
    print("OneCycleLR begins with", rates)
# > OneCycleLR begins with ['4e-04', '4e-04']
# > OneCycleLR begins with ['4e-04', '4e-06']
# --8<-- [end:schedule]

# --8<-- [start:unfreeze]
x, y = torch.randn(32, 4), torch.randint(2, (32,))
backbone.requires_grad_(False)
optimizer = torch.optim.AdamW(head.parameters(), lr=1e-2)
for epoch in range(4):
    if epoch == 2:
        backbone.requires_grad_(True)
        optimizer.add_param_group({"params": backbone.parameters(), "lr": 1e-4})
    before = backbone.weight.detach().clone()
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
    moved = not torch.equal(backbone.weight, before)
    print(f"epoch {epoch}: {len(optimizer.param_groups)} groups, backbone {moved=}")
# > epoch 0: 1 groups, backbone moved=False
# > epoch 1: 1 groups, backbone moved=False
# > epoch 2: 2 groups, backbone moved=True
# > epoch 3: 2 groups, backbone moved=True
# --8<-- [end:unfreeze]

# --8<-- [start:forgotten]
frozen = nn.Linear(4, 4).requires_grad_(False)
trainable = [
    p for p in (*frozen.parameters(), *head.parameters()) if p.requires_grad
]
optimizer = torch.optim.SGD(trainable, lr=0.1)
frozen.requires_grad_(True)  # the optimizer was made before and knows nothing of it
print(len(optimizer.param_groups[0]["params"]), "parameters in the optimizer")
# > 2 parameters in the optimizer
try:
    optimizer.add_param_group({"params": head.parameters()})
except ValueError as error:
    print(error)
# > some parameters appear in more than one parameter group
# --8<-- [end:forgotten]

# --8<-- [start:late-group]
for name in ("StepLR", "LambdaLR"):
    optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
    if name == "StepLR":
        scheduler = schedulers.StepLR(optimizer, step_size=1, gamma=0.5)
    else:
        scheduler = schedulers.LambdaLR(optimizer, lambda epoch: 0.5**epoch)
    optimizer.add_param_group({"params": backbone.parameters(), "lr": 0.01})
    optimizer.step()
    try:
        scheduler.step()
        print(name, [group["lr"] for group in optimizer.param_groups])
    except ValueError as error:
        print(name, error)
# > StepLR [0.05, 0.005]
# > LambdaLR zip() argument 2 is shorter than argument 1
# --8<-- [end:late-group]
