# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.save-missing-dir", "err.load-missing-file", "err.meta-copy"]
# ///
"""Folders and files that are not there, and models without data."""

from pathlib import Path

import torch
from torch import nn

# --8<-- [start:folder]
model = nn.Linear(2, 1)
path = Path("runs", "first", "model.pt")
try:
    torch.save(model.state_dict(), path)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Parent directory runs/first does not exist.
path.parent.mkdir(parents=True, exist_ok=True)
torch.save(model.state_dict(), path)
print(path.exists())
# > True
# --8<-- [end:folder]

# --8<-- [start:file]
try:
    torch.load("nowhere.pt")
except FileNotFoundError as error:
    print(f"{type(error).__name__}: {error}")
# > FileNotFoundError: [Errno 2] No such file or directory: 'nowhere.pt'
print([found.as_posix() for found in Path().rglob("*.pt")])  # what is there?
# > ['runs/first/model.pt']
# --8<-- [end:file]

# --8<-- [start:meta]
with torch.device("meta"):  # shapes without memory
    model = nn.Linear(2, 1)
try:
    model.to("cpu")
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Cannot copy out of meta tensor; no data! Please use torch.nn.Module.to_empty() instead of torch.nn.Module.to() when moving module from meta to a different device.
# --8<-- [end:meta]

# --8<-- [start:meta-fixed]
model.load_state_dict(torch.load(path), assign=True)
print(model.weight.device)
# > cpu
# --8<-- [end:meta-fixed]
