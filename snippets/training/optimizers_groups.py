# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Parameter groups: one optimizer, different settings for parts of the model."""

import torch
from torch import nn

# --8<-- [start:groups]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
backbone, head = model[0], model[2]
optimizer = torch.optim.AdamW(
    [
        {"params": backbone.parameters(), "lr": 1e-4},
        {"params": [head.weight]},  # takes the lr from below
        {"params": [head.bias], "weight_decay": 0.0},
    ],
    lr=1e-3,
)
for group in optimizer.param_groups:
    shapes = [tuple(p.shape) for p in group["params"]]
    print(f"lr={group['lr']} weight_decay={group['weight_decay']} {shapes}")
# > lr=0.0001 weight_decay=0.01 [(8, 4), (8,)]
# > lr=0.001 weight_decay=0.01 [(3, 8)]
# > lr=0.001 weight_decay=0.0 [(3,)]
# --8<-- [end:groups]

# --8<-- [start:by-shape]
decay = [p for p in model.parameters() if p.dim() > 1]  # weight matrices
no_decay = [p for p in model.parameters() if p.dim() <= 1]  # biases, norm layers
optimizer = torch.optim.AdamW(
    [{"params": decay}, {"params": no_decay, "weight_decay": 0.0}], lr=1e-3
)
for group in optimizer.param_groups:
    print(
        f"weight_decay={group['weight_decay']}: {len(group['params'])} parameters"
    )
# > weight_decay=0.01: 2 parameters
# > weight_decay=0.0: 2 parameters
# --8<-- [end:by-shape]

# --8<-- [start:change]
for group in optimizer.param_groups:
    group["lr"] = group["lr"] / 10
print([f"{group['lr']:g}" for group in optimizer.param_groups])
# > ['0.0001', '0.0001']
# --8<-- [end:change]

# --8<-- [start:state]
model(torch.ones(1, 4)).sum().backward()
optimizer.step()
state = optimizer.state[model[0].weight]
print({name: tuple(value.shape) for name, value in state.items()})
# > {'step': (), 'exp_avg': (8, 4), 'exp_avg_sq': (8, 4)}
# --8<-- [end:state]

# --8<-- [start:answer]
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
# --8<-- [end:answer]
