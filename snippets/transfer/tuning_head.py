# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A new head: size mismatch, what strict=False does, and the ways to load the rest."""

import torch
from torch import nn


# --8<-- [start:mismatch]
class Net(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.backbone = nn.Linear(4, 8)
        self.head = nn.Linear(8, classes)


torch.save(Net(1000).state_dict(), "thousand.pt")
state = torch.load("thousand.pt", weights_only=True)
model = Net(10)
for strict in (True, False):
    try:
        print(f"{strict=}", model.load_state_dict(state, strict=strict))
    except RuntimeError as error:
        print(f"{strict=}", error)
# > strict=True Error(s) in loading state_dict for Net:
# > 	size mismatch for head.weight: copying a param with shape torch.Size([1000, 8]) from checkpoint, the shape in current model is torch.Size([10, 8]).
# > 	size mismatch for head.bias: copying a param with shape torch.Size([1000]) from checkpoint, the shape in current model is torch.Size([10]).
# > strict=False Error(s) in loading state_dict for Net:
# > 	size mismatch for head.weight: copying a param with shape torch.Size([1000, 8]) from checkpoint, the shape in current model is torch.Size([10, 8]).
# > 	size mismatch for head.bias: copying a param with shape torch.Size([1000]) from checkpoint, the shape in current model is torch.Size([10]).
# --8<-- [end:mismatch]

# --8<-- [start:ways]
model = Net(1000)  # 1 the old head first, then a new one
model.load_state_dict(state)
model.head = nn.Linear(8, 10)

model = Net(10)  # 2 without the keys of the head
rest = {key: value for key, value in state.items() if not key.startswith("head.")}
print(model.load_state_dict(rest, strict=False))
# > _IncompatibleKeys(missing_keys=['head.weight', 'head.bias'], unexpected_keys=[])
# --8<-- [end:ways]

# --8<-- [start:silent]
renamed = {f"module.{key}": value for key, value in rest.items()}
print(model.load_state_dict(renamed, strict=False))  # nothing fits, and no error
# > _IncompatibleKeys(missing_keys=['backbone.weight', 'backbone.bias', 'head.weight', 'head.bias'], unexpected_keys=['module.backbone.weight', 'module.backbone.bias'])
# --8<-- [end:silent]
