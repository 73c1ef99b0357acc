# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""Focal loss for several classes: gamma 0 is cross-entropy, weight is per class."""

import torch
from torch import nn
from torch.nn import functional as F

from torchbyexample.losses import focal_loss

# --8<-- [start:gamma-zero]
torch.manual_seed(0)
logits = torch.randn(64, 4)  # (batch, classes)
targets = torch.randint(4, (64,))  # (batch,)
weight = torch.tensor([1.0, 2.0, 3.0, 4.0])
for options in ({}, {"weight": weight}, {"ignore_index": 3}):
    ours = focal_loss(logits, targets, gamma=0.0, **options)
    theirs = F.cross_entropy(logits, targets, **options)
    print(f"focal {ours:.6f}   cross-entropy {theirs:.6f}   {list(options)}")
# > focal 1.716587   cross-entropy 1.716587   []
# > focal 1.709020   cross-entropy 1.709020   ['weight']
# > focal 1.745174   cross-entropy 1.745174   ['ignore_index']
# --8<-- [end:gamma-zero]

# --8<-- [start:gamma]
for gamma in (0.0, 1.0, 2.0, 5.0):
    print(f"{gamma=}   {focal_loss(logits, targets, gamma):.4f}")
# > gamma=0.0   1.7166
# > gamma=1.0   1.4301
# > gamma=2.0   1.2198
# > gamma=5.0   0.8300
# --8<-- [end:gamma]

# --8<-- [start:answer]
gamma = 2.0
cross_entropy = F.cross_entropy(logits, targets, reduction="none")  # (batch,)
p = torch.exp(-cross_entropy)  # probability of the true class
loss = ((1 - p) ** gamma * cross_entropy).mean()
# --8<-- [end:answer]
print(f"{loss:.4f}")
# > 1.2198


# --8<-- [start:module]
class FocalLoss(nn.Module):
    def __init__(self, gamma=2.0, weight=None):
        super().__init__()
        self.gamma = gamma
        self.register_buffer("weight", weight)  # to(device) takes it along

    def forward(self, logits, targets):
        return focal_loss(logits, targets, self.gamma, self.weight)


criterion = FocalLoss(gamma=2.0, weight=weight)
print(f"{criterion(logits, targets):.4f}")
# > 1.2072
print(f"{list(criterion.state_dict())=}")
# > list(criterion.state_dict())=['weight']
# --8<-- [end:module]
