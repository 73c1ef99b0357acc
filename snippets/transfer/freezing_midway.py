# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.freeze-midway"]
# ///
"""Frozen in the middle of a training: what still moves a parameter."""

import torch
from torch import nn


# --8<-- [start:midway]
def moved_after_freezing(make, clear):
    """How far a weight moves in five steps after it was frozen."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
    x = torch.randn(8, 2)
    optimizer = make(model.parameters())

    def step():
        optimizer.zero_grad(set_to_none=clear == "None")
        model(x).square().mean().backward()
        optimizer.step()

    for _ in range(3):
        step()
    model[0].requires_grad_(False)
    before = model[0].weight.clone()
    for _ in range(5):
        step()
    return (model[0].weight - before).abs().max().item()


ways = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.1),
    "SGD, momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "SGD, weight decay": lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.1),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.1),
}
for name, make in ways.items():
    none, zero = (
        moved_after_freezing(make, "None"),
        moved_after_freezing(make, "zero"),
    )
    print(f"{name:<18} gradient None: {none:.3f}, gradient 0: {zero:.3f}")
# > SGD                gradient None: 0.000, gradient 0: 0.000
# > SGD, momentum      gradient None: 0.000, gradient 0: 0.076
# > SGD, weight decay  gradient None: 0.000, gradient 0: 0.027
# > AdamW              gradient None: 0.000, gradient 0: 0.273
# --8<-- [end:midway]

# --8<-- [start:no-zero]
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model(torch.ones(1, 2)).sum().backward()
model.requires_grad_(False)  # the gradient is still there
before = model.weight.clone()
optimizer.step()
print(torch.equal(model.weight, before))
# > False
# --8<-- [end:no-zero]
