# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""apply() calls a function with every module; the function fills the weights."""

import torch
from torch import nn

# --8<-- [start:smallest]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))


def init(module):
    if isinstance(module, nn.Linear):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        nn.init.zeros_(module.bias)


print(f"before: {model[0].weight.std():.3f} {model[0].bias.abs().max():.3f}")
# > before: 0.036 0.062
model.apply(init)
print(f"after:  {model[0].weight.std():.3f} {model[0].bias.abs().max():.3f}")
# > after:  0.088 0.000
# --8<-- [end:smallest]

# --8<-- [start:answer]
model.apply(init)  # calls init(module) for every module of the model
# --8<-- [end:answer]
