# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.device-mismatch"]
# ///
"""x.to(...) returns a new tensor; a line that does not assign it does nothing."""

import torch
from torch import nn

# --8<-- [start:unassigned]
x = torch.tensor([16_777_216.0])  # float32 cannot count beyond 2**24
x.to(torch.float64)  # the result is thrown away
print(f"unassigned: {x.dtype} {(x + 1).item()=:.0f}")
# > unassigned: torch.float32 (x + 1).item()=16777216
x = x.to(torch.float64)
print(f"assigned:   {x.dtype} {(x + 1).item()=:.0f}")
# > assigned:   torch.float64 (x + 1).item()=16777217
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
