# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Take the output of a layer in the middle; detach it, and do not register twice."""

import torch
from torch import nn

# --8<-- [start:features]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
features = {}


def keep(name):
    def hook(module, args, output):
        features[name] = output.detach()

    return hook


handle = model[1].register_forward_hook(keep("relu"))
model(torch.ones(5, 4))
handle.remove()
print({name: tuple(value.shape) for name, value in features.items()})
# > {'relu': (5, 8)}
# --8<-- [end:features]

# --8<-- [start:twice]
seen = []
for _ in range(2):  # a notebook cell that is run a second time
    model[1].register_forward_hook(lambda *_: seen.append("relu"))
model(torch.ones(5, 4))
print(f"one forward, {len(seen)} entries")
# > one forward, 2 entries
# --8<-- [end:twice]

# --8<-- [start:leak]
kept = []
handle = model[1].register_forward_hook(lambda module, args, out: kept.append(out))
model(torch.ones(5, 4))
handle.remove()
print(f"kept as it is: {kept[0].grad_fn.name()} and all that came before")
# > kept as it is: ReluBackward0 and all that came before
print(f"detached:      {features['relu'].grad_fn}")
# > detached:      None
# --8<-- [end:leak]
