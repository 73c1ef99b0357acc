# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Loops that stop: a dictionary changed on the way, and the wrong number of names."""

import torch
from torch import nn

# --8<-- [start:mutated]
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
for weights in (model.state_dict(), dict(model.state_dict())):
    try:
        for name in weights:
            weights["module." + name] = weights.pop(name)
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
# > RuntimeError: OrderedDict mutated during iteration
# > RuntimeError: dictionary keys changed during iteration
weights = dict(model.state_dict())
try:
    for name in weights:
        if name.endswith("bias"):
            del weights[name]
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: dictionary changed size during iteration

weights = model.state_dict()
for name in list(weights):
    weights["module." + name] = weights.pop(name)
print(list(weights))
# > ['module.0.weight', 'module.0.bias', 'module.2.weight', 'module.2.bias']
# --8<-- [end:mutated]

# --8<-- [start:unpack-error]
try:
    a, b = "i like an apple".split()
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: too many values to unpack (expected 2)
try:
    a, b = "i".split()
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: not enough values to unpack (expected 2, got 1)
# --8<-- [end:unpack-error]

# --8<-- [start:unpack]
batch = (torch.zeros(4, 2), torch.zeros(4), torch.arange(4))
try:
    inputs, targets = batch
except ValueError as error:
    print(f"ValueError: {error}, but {len(batch)} came")
# > ValueError: too many values to unpack (expected 2), but 3 came
try:
    for name, value in weights:
        print(name, value)
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: too many values to unpack (expected 2)
try:
    for step, inputs, targets in enumerate([(torch.zeros(2), 1)]):
        print(step)
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: not enough values to unpack (expected 3, got 2)
for step, (inputs, targets) in enumerate([(torch.zeros(2), 1)]):
    print(step, inputs.shape)
# > 0 torch.Size([2])
# --8<-- [end:unpack]
