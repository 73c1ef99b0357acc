# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2.0"]
#
# [tool.tbe]
# claims = ["err.device-mismatch"]
# ///
"""x.to(...) returns a new tensor; a line that does not assign it does nothing."""

import numpy as np
import torch
from torch import nn

# --8<-- [start:unassigned]
x = torch.from_numpy(np.ones((1, 2)))  # NumPy's float64
x.float()  # the result is thrown away
print(f"unassigned: {x.dtype}")
# > unassigned: torch.float64
try:
    nn.Linear(2, 1)(x)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
x = x.float()
print(f"assigned:   {nn.Linear(2, 1)(x).dtype}")
# > assigned:   torch.float32
# --8<-- [end:unassigned]

# --8<-- [start:device]
inputs = torch.ones(1, 2)
inputs.to("meta")  # "meta" stands for the GPU: every machine has it
print(f"tensor, unassigned: {inputs.device}")
# > tensor, unassigned: cpu
model = nn.Linear(2, 1)
model.to("meta")
print(f"module, unassigned: {model.weight.device}")
# > module, unassigned: meta
# --8<-- [end:device]

# --8<-- [start:before-the-optimizer]
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for move in ("double", "to"):
    model.double() if move == "double" else model.to("meta")
    same = optimizer.param_groups[0]["params"][0] is model.weight
    print(f"{move}: the optimizer holds the model's weight: {same}")
# > double: the optimizer holds the model's weight: True
# > to: the optimizer holds the model's weight: False
# --8<-- [end:before-the-optimizer]

# --8<-- [start:mismatch]
try:
    model(inputs)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Tensor on device meta is not on the expected device cpu!
try:
    nn.Linear(2, 1)(inputs.to("meta"))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Tensor on device cpu is not on the expected device meta!
inputs = inputs.to("meta")
print(f"{model(inputs).device=}")
# > model(inputs).device=device(type='meta')
# --8<-- [end:mismatch]
