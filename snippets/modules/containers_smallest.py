# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Sequential, ModuleList and ModuleDict: three ways to keep layers."""

import torch
from torch import nn

# --8<-- [start:smallest]
inputs = torch.ones(5, 4)  # (batch, features)

sequential = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
print(f"{sequential(inputs).shape=}")  # it can be called
# > sequential(inputs).shape=torch.Size([5, 2])

layers = nn.ModuleList([nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)])
outputs = inputs
for layer in layers:  # you write the order
    outputs = layer(outputs)
print(f"{outputs.shape=}")
# > outputs.shape=torch.Size([5, 2])

heads = nn.ModuleDict({"digit": nn.Linear(4, 10), "even": nn.Linear(4, 2)})
print(f"{heads['even'](inputs).shape=}")  # you pick by name
# > heads['even'](inputs).shape=torch.Size([5, 2])
# --8<-- [end:smallest]
