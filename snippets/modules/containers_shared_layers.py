# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""[layer] * 3 is one layer three times."""

import copy

import torch
from torch import nn

# --8<-- [start:shared]
layer = nn.Linear(8, 8)
for name, layers in (
    ("[layer] * 3", [layer] * 3),
    ("comprehension", [nn.Linear(8, 8) for _ in range(3)]),
    ("deepcopy", [copy.deepcopy(layer) for _ in range(3)]),
):
    model = nn.Sequential(*layers)
    count = sum(parameter.numel() for parameter in model.parameters())
    print(
        f"{name:13} {len(model)} layers, {count} parameters,"
        f" equal at the start: {torch.equal(model[0].weight, model[2].weight)}"
    )
# > [layer] * 3   3 layers, 72 parameters, equal at the start: True
# > comprehension 3 layers, 216 parameters, equal at the start: False
# > deepcopy      3 layers, 216 parameters, equal at the start: True
# --8<-- [end:shared]
