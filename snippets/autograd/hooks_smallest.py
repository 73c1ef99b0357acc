# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A forward hook sees what goes into a layer and what comes out, until it is removed."""

import torch
from torch import nn

# --8<-- [start:smallest]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))


def show(module, args, output):
    print(
        f"{type(module).__name__}: {tuple(args[0].shape)} -> {tuple(output.shape)}"
    )


handles = [layer.register_forward_hook(show) for layer in model]
logits = model(torch.ones(5, 4))
# > Linear: (5, 4) -> (5, 8)
# > ReLU: (5, 8) -> (5, 8)
# > Linear: (5, 8) -> (5, 2)
# --8<-- [end:smallest]

# --8<-- [start:removed]
for handle in handles:
    handle.remove()
model(torch.ones(5, 4))
print("after remove(): silence")
# > after remove(): silence
# --8<-- [end:removed]

# --8<-- [start:answer]
handle = model[0].register_forward_hook(show)  # show runs after each forward
handle.remove()  # and now no longer
# --8<-- [end:answer]
