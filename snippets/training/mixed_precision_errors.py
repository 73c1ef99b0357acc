# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2.0"]
#
# [tool.tbe]
# ///
"""bfloat16 tensors outside of autocast, and unscale_() twice."""

import torch
from torch import nn

# --8<-- [start:outside]
model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 2))
inputs = torch.ones(3, 4)
with torch.autocast("cpu", dtype=torch.bfloat16):
    hidden = model[0](inputs)
try:
    model[1](hidden)  # outside of the with block
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got BFloat16 and Float
print(f"fixed: {model[1](hidden.float()).dtype}")
# > fixed: torch.float32
# --8<-- [end:outside]

# --8<-- [start:numpy]
try:
    hidden.detach().numpy()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Got unsupported ScalarType BFloat16
print(f"fixed: {hidden.detach().float().numpy().dtype}")
# > fixed: float32
# --8<-- [end:numpy]

# --8<-- [start:twice]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu")
scaler.scale(model(inputs).sum()).backward()
scaler.unscale_(optimizer)
try:
    scaler.unscale_(optimizer)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: unscale_() has already been called on this optimizer since the last update().
# --8<-- [end:twice]
