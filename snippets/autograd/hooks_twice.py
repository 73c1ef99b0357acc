# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A hook that is registered twice."""

import torch
from torch import nn

# --8<-- [start:twice]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
seen = []
for _ in range(2):  # a notebook cell that is run a second time
    model[1].register_forward_hook(lambda *_: seen.append("relu"))
model(torch.ones(5, 4))
print(f"one forward, {len(seen)} entries")
# > one forward, 2 entries
# --8<-- [end:twice]
