# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.assign-tensor-as-parameter"]
# ///
"""The messages of a parameter or buffer that is assigned or named in the wrong way."""

import torch
from torch import nn

# --8<-- [start:assign]
layer = nn.Linear(2, 1)
try:
    layer.weight = torch.ones(1, 2)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)
# --8<-- [end:assign]

# --8<-- [start:assign-fixed]
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
before = layer.weight
with torch.no_grad():
    layer.weight.copy_(torch.ones(1, 2))  # new values, the same parameter
print(f"copy_:        {layer.weight is before=}")
# > copy_:        layer.weight is before=True

layer.weight = nn.Parameter(torch.ones(1, 2))  # another parameter
held = optimizer.param_groups[0]["params"]
print(f"nn.Parameter: {any(layer.weight is parameter for parameter in held)=}")
# > nn.Parameter: any(layer.weight is parameter for parameter in held)=False
# --8<-- [end:assign-fixed]

# --8<-- [start:name]
module = nn.Module()
module.mean = torch.zeros(2)
try:
    module.register_buffer("mean", torch.zeros(2))
except KeyError as error:
    print(f"{type(error).__name__}: {error}")
# > KeyError: "attribute 'mean' already exists"
# --8<-- [end:name]

# --8<-- [start:name-fixed]
del module.mean
module.register_buffer("mean", torch.zeros(2))
print([name for name, _ in module.named_buffers()])
# > ['mean']
# --8<-- [end:name-fixed]
