# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.tensorboard-missing"]
# ///
"""torch does not bring tensorboard along: the message without it."""

import sys
from pathlib import Path

import torch

# --8<-- [start:missing]
# As on a machine without tensorboard: forget what is loaded, then hide the folder it lies in.
for name in [name for name in sys.modules if "tensorboard" in name]:
    del sys.modules[name]
sys.path = [
    folder for folder in sys.path if not Path(folder, "tensorboard").is_dir()
]

print(f"torch works: {torch.ones(3).sum().item()}")
# > torch works: 3.0
try:
    import torch.utils.tensorboard
except ModuleNotFoundError as error:
    print(f"{type(error).__name__}: {error}")
# > ModuleNotFoundError: No module named 'tensorboard'
# --8<-- [end:missing]
