# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""Choose the device once, send model and batch there, bring results back."""

import torch
from torch import nn

# --8<-- [start:device]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

torch.manual_seed(0)
model = nn.Linear(3, 2).to(device)
inputs = torch.ones(4, 3).to(device)

outputs = model(inputs)
scores = outputs.detach().cpu().numpy()
print(f"{outputs.device == inputs.device == model.weight.device=}")
# > outputs.device == inputs.device == model.weight.device=True
print(f"{type(scores).__name__=}, {scores.shape=}")
# > type(scores).__name__='ndarray', scores.shape=(4, 2)
# --8<-- [end:device]

# --8<-- [start:force]
print(f"{type(outputs.numpy(force=True)).__name__=}")  # detach, cpu, numpy
# > type(outputs.numpy(force=True)).__name__='ndarray'
# --8<-- [end:force]

# --8<-- [start:accelerator]
device = torch.accelerator.current_accelerator(check_available=True)
print(f"{str(device)=}")  # None without a GPU
# ~ str(device)='None'
device = device or torch.device("cpu")
print(torch.zeros(2, device=device).device.type == device.type)
# > True
# --8<-- [end:accelerator]
