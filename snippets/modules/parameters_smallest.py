# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["parameter.tensor-not-in-parameters"]
# ///
"""A parameter, a buffer and a plain tensor in one module: who is listed, saved, converted and moved."""

import torch
from torch import nn


# --8<-- [start:smallest]
class Three(nn.Module):
    def __init__(self):
        super().__init__()
        self.parameter = nn.Parameter(torch.ones(1))
        self.register_buffer("buffer", torch.ones(1))
        self.tensor = torch.ones(1)


model = Three()
print("parameters():", [name for name, _ in model.named_parameters()])
# > parameters(): ['parameter']
print("buffers():   ", [name for name, _ in model.named_buffers()])
# > buffers():    ['buffer']
print("state_dict():", list(model.state_dict()))
# > state_dict(): ['parameter', 'buffer']
# --8<-- [end:smallest]

# --8<-- [start:moved]
model.to(torch.float64)
for name in ("parameter", "buffer", "tensor"):
    print(f"{name:9} {getattr(model, name).dtype}")
# > parameter torch.float64
# > buffer    torch.float64
# > tensor    torch.float32

model.to("meta")  # a device without memory, there on every machine
for name in ("parameter", "buffer", "tensor"):
    print(f"{name:9} on meta: {getattr(model, name).is_meta}")
# > parameter on meta: True
# > buffer    on meta: True
# > tensor    on meta: False
# --8<-- [end:moved]

# --8<-- [start:mixed]
try:
    model.parameter * model.tensor  # two devices
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Tensor on device cpu is not on the expected device meta!
single = torch.tensor(1.0)  # a single number, without a dimension
print(f"a single number: {(model.parameter * single).is_meta=}")
# > a single number: (model.parameter * single).is_meta=True
# --8<-- [end:mixed]
