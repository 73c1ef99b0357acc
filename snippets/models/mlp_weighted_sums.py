# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A matrix product is the weighted sums of all units and all rows at once."""

import torch
from torch import nn

# --8<-- [start:sums]
torch.manual_seed(0)
layer = nn.Linear(4, 8)
inputs = torch.randn(5, 4)

sums = torch.zeros(5, 8)
with torch.no_grad():
    for row in range(5):
        for unit in range(8):
            for feature in range(4):
                weight = layer.weight[unit, feature]
                sums[row, unit] += inputs[row, feature] * weight

product = inputs @ layer.weight.T  # (5, 4) @ (4, 8) -> (5, 8)
print(sums.numel(), "weighted sums of 4 inputs each")
# > 40 weighted sums of 4 inputs each
print(torch.allclose(sums, product, atol=1e-6))
# > True
print(torch.allclose(sums + layer.bias, layer(inputs), atol=1e-6))
# > True
# --8<-- [end:sums]
