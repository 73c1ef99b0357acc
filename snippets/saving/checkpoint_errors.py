# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.optimizer-load", "err.load-cuda-on-cpu"]
# ///
"""An optimizer made for other parameters, and a file that comes from a GPU."""

from unittest.mock import patch

import torch
from torch import nn

# --8<-- [start:optimizer]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
saved = torch.optim.Adam(model.parameters()).state_dict()

model[0].requires_grad_(False)  # frozen since then
trainable = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.Adam(trainable)
try:
    optimizer.load_state_dict(saved)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: loaded state dict contains a parameter group that doesn't match the size of optimizer's group
groups = [{"params": layer.parameters()} for layer in (model[0], model[2])]
try:
    torch.optim.Adam(groups).load_state_dict(saved)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: loaded state dict has a different number of parameter groups
# --8<-- [end:optimizer]

# --8<-- [start:optimizer-fixed]
optimizer = torch.optim.Adam(model.parameters())  # frozen ones are skipped
optimizer.load_state_dict(saved)
print(len(optimizer.param_groups[0]["params"]))
# > 4
# --8<-- [end:optimizer-fixed]

# --8<-- [start:order]
a, b = nn.Parameter(torch.zeros(1)), nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([a, b], lr=0.1, momentum=0.9)
a.grad, b.grad = torch.ones(1), torch.full((1,), -1.0)
optimizer.step()
swapped = torch.optim.SGD([b, a], lr=0.1, momentum=0.9)
swapped.load_state_dict(optimizer.state_dict())
print(f"a was given {optimizer.state[a]['momentum_buffer'].item()=}")
# > a was given optimizer.state[a]['momentum_buffer'].item()=1.0
print(f"a now holds {swapped.state[a]['momentum_buffer'].item()=}")
# > a now holds swapped.state[a]['momentum_buffer'].item()=-1.0
# --8<-- [end:order]

# --8<-- [start:cuda]
with patch("torch.serialization.location_tag", return_value="cuda:0"):
    torch.save(torch.zeros(2), "gpu.pt")  # a file as a GPU would write it
with patch("torch.cuda.is_available", return_value=False):  # no GPU here
    try:
        torch.load("gpu.pt")
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
    print(torch.load("gpu.pt", map_location="cpu"))
# > RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.
# > tensor([0., 0.])
# --8<-- [end:cuda]
