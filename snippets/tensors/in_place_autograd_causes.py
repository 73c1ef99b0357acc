# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Four more places where a value is overwritten before backward() reads it."""

import torch
from torch import nn

# --8<-- [start:causes]
x = torch.ones(2, 3, requires_grad=True)
cell, critic = nn.RNNCell(3, 3), nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 1))


def column(safe):
    y = x.sigmoid()
    if safe:
        y = y.clone()
    y[:, 0] = 0
    y.sum().backward()


def state(safe):
    h = cell(x)
    if safe:
        h = h + 1
    else:
        h += 1
    cell(x, h).sum().backward()


def activation(safe):
    y = x.tanh()
    y = torch.relu(y) if safe else torch.relu_(y)
    y.sum().backward()


def clamped(safe):
    loss = critic(x).sum()
    if safe:
        loss.backward()
    with torch.no_grad():
        for parameter in critic.parameters():
            parameter.clamp_(-0.1, 0.1)
    if not safe:
        loss.backward()


for cause in (column, state, activation, clamped):
    try:
        cause(safe=False)
    except RuntimeError as error:
        print(f"{cause.__name__:10} {str(error).split(': [')[0]}")
    cause(safe=True)
    print(f"{cause.__name__:10} safe: fine")
# > column     one of the variables needed for gradient computation has been modified by an inplace operation
# > column     safe: fine
# > state      one of the variables needed for gradient computation has been modified by an inplace operation
# > state      safe: fine
# > activation one of the variables needed for gradient computation has been modified by an inplace operation
# > activation safe: fine
# > clamped    one of the variables needed for gradient computation has been modified by an inplace operation
# > clamped    safe: fine
# --8<-- [end:causes]
