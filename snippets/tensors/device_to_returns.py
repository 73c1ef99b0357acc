# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.tensor-to-inplace"]
# ///
"""A tensor's to() returns a new tensor; a module's to() changes the module."""

import torch
from torch import nn

# --8<-- [start:tensor]
x = torch.ones(2)
x.to("meta")  # the result is thrown away
print(f"{x.device=}")
# > x.device=device(type='cpu')
x = x.to("meta")
print(f"{x.device=}")
# > x.device=device(type='meta')
# --8<-- [end:tensor]

# --8<-- [start:module]
model = nn.Linear(2, 1)
returned = model.to("meta")
print(f"{model.weight.device=}")
# > model.weight.device=device(type='meta')
print(f"{returned is model=}")
# > returned is model=True
# --8<-- [end:module]
