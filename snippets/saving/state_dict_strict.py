# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""strict=False: what it lets pass, and what it does not tell."""

import torch
from torch import nn

# --8<-- [start:strict]
old = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
torch.save(old.state_dict(), "old.pt")
longer = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3), nn.Linear(3, 3))
result = longer.load_state_dict(torch.load("old.pt"), strict=False)
print(f"{result.missing_keys=}")
# > result.missing_keys=['3.weight', '3.bias']
print(f"{result.unexpected_keys=}")
# > result.unexpected_keys=[]
# --8<-- [end:strict]

# --8<-- [start:nothing]
wrapped = nn.ModuleDict({"net": nn.Sequential(nn.Linear(4, 8), nn.ReLU())})
before = wrapped["net"][0].weight.detach().clone()
result = wrapped.load_state_dict(torch.load("old.pt"), strict=False)
print(f"moved: {not torch.equal(before, wrapped['net'][0].weight)}")
# > moved: False
print(f"{result.missing_keys=}")
# > result.missing_keys=['net.0.weight', 'net.0.bias']
# --8<-- [end:nothing]
