# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""F.dropout knows no module: without training=self.training it drops in eval() too."""

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:functional]
torch.manual_seed(0)


class Net(nn.Module):
    def __init__(self, told):
        super().__init__()
        self.told = told

    def forward(self, inputs):
        if self.told:
            return F.dropout(inputs, 0.5, training=self.training)
        return F.dropout(inputs, 0.5)  # training=True is the default


for told in (False, True):
    model = Net(told).eval()
    print(f"{told=!s:5} {model.training=} {model(torch.ones(6)).tolist()}")
# > told=False model.training=False [0.0, 0.0, 2.0, 0.0, 0.0, 0.0]
# > told=True  model.training=False [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
# --8<-- [end:functional]
