# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# gpus = 1
# ///
"""Two devices in one operation, and a GPU tensor given to NumPy."""

import torch
from torch import nn

# --8<-- [start:mismatch]
device = torch.device("cuda")
model = nn.Linear(2, 1).to(device)
inputs = torch.ones(4, 2)  # stayed on the CPU
try:
    model(inputs)
except RuntimeError as error:
    message = str(error)
    print(f"{type(error).__name__}: {message.partition(',')[0]}, ...")
    print(f"both are named: {'cpu' in message and 'cuda:0' in message}")

outputs = model(inputs.to(device)).detach()
try:
    outputs.numpy()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print(f"{outputs.cpu().numpy().shape=}")
# --8<-- [end:mismatch]
