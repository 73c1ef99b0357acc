# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A learning rate that is refused, and one that is set and not used."""

import torch
from torch import nn

# --8<-- [start:refused]
model = nn.Linear(2, 1)
for lr in (-0.1, "1e-3"):
    try:
        torch.optim.AdamW(model.parameters(), lr=lr)
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
# > ValueError: Invalid learning rate: -0.1
# > TypeError: '<=' not supported between instances of 'float' and 'str'
# --8<-- [end:refused]

# --8<-- [start:silent]
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
optimizer.lr = 0.5  # a new attribute that nobody reads
print("after optimizer.lr = 0.5:", optimizer.param_groups[0]["lr"])
# > after optimizer.lr = 0.5: 0.01
for group in optimizer.param_groups:
    group["lr"] = 0.5
print("after group['lr'] = 0.5:", optimizer.param_groups[0]["lr"])
# > after group['lr'] = 0.5: 0.5

saved = torch.optim.AdamW(model.parameters(), lr=0.01).state_dict()
optimizer.load_state_dict(saved)
print("after load_state_dict:", optimizer.param_groups[0]["lr"])
# > after load_state_dict: 0.01
# --8<-- [end:silent]
