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
