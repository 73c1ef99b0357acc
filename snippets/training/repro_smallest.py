# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The same seed gives the same numbers, the next draw gives others."""

import torch
from torch import nn

# --8<-- [start:smallest]
drop, ones = nn.Dropout(0.5), torch.ones(20)
torch.manual_seed(0)
first = torch.rand(3), nn.Linear(2, 2).weight, torch.randperm(5), drop(ones)
second = torch.rand(3)
torch.manual_seed(0)
again = torch.rand(3), nn.Linear(2, 2).weight, torch.randperm(5), drop(ones)

print(f"{first[0]=}")
# > first[0]=tensor([0.4963, 0.7682, 0.0885])
print(f"{second=}")
# > second=tensor([0.5675, 0.8352, 0.2056])
for a, b in zip(first, again, strict=True):
    print(f"{tuple(a.shape)} equal: {torch.equal(a, b)}")
# > (3,) equal: True
# > (2, 2) equal: True
# > (5,) equal: True
# > (20,) equal: True
# --8<-- [end:smallest]
