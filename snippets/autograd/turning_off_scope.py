# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""How far no_grad reaches: the block, a decorated function, a switch by a flag, and the line that does nothing."""

import torch
from torch import nn

# --8<-- [start:forms]
model = nn.Linear(2, 1)
inputs = torch.ones(1, 2)


@torch.no_grad()
def predict(inputs):
    return model(inputs)


print(f"decorated function: {predict(inputs).requires_grad}")
# > decorated function: False

for training in (True, False):
    with torch.set_grad_enabled(training):
        print(f"set_grad_enabled({training}): {model(inputs).requires_grad}")
# > set_grad_enabled(True): True
# > set_grad_enabled(False): False

with torch.no_grad(), torch.enable_grad():
    print(f"enable_grad inside no_grad: {model(inputs).requires_grad}")
# > enable_grad inside no_grad: True
# --8<-- [end:forms]

# --8<-- [start:answer]
with torch.no_grad():  # nothing in this block is recorded
    outputs = model(inputs)
# --8<-- [end:answer]

# --8<-- [start:made-inside]
with torch.no_grad():
    layer = nn.Linear(2, 1)  # a new layer, new parameters
    product = layer.weight * 2
print(f"{layer.weight.requires_grad=} {product.requires_grad=}")
# > layer.weight.requires_grad=True product.requires_grad=False
# --8<-- [end:made-inside]

# --8<-- [start:bare]
torch.no_grad()  # no with: an object is made and thrown away
print(f"after a bare no_grad(): {model(inputs).requires_grad}")
# > after a bare no_grad(): True

torch.set_grad_enabled(False)  # this one needs no with
print(f"after a bare set_grad_enabled(False): {model(inputs).requires_grad}")
# > after a bare set_grad_enabled(False): False
torch.set_grad_enabled(True)
# --8<-- [end:bare]

# --8<-- [start:eval]
model.eval()
print(f"after eval():           {model(inputs).requires_grad}")
# > after eval():           True
# --8<-- [end:eval]
