# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.batchnorm-one"]
# ///
"""A single sample in training mode, and a mode that is no boolean."""

import torch
from torch import nn

# --8<-- [start:one]
model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
one = torch.ones(1, 4)
try:
    model(one)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 3])
print(f"{model.eval()(one).shape=}")
# > model.eval()(one).shape=torch.Size([1, 3])
# --8<-- [end:one]

# --8<-- [start:boolean]
try:
    model.train("eval")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: training mode is expected to be boolean
print(f"{model.train(False).training=}")
# > model.train(False).training=False
# --8<-- [end:boolean]
