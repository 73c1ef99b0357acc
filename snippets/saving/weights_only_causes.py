# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.weights-only"]
# ///
"""What people put into a checkpoint, the name under which it is refused, and what to save in its place."""

import argparse
import datetime
import pickle
from pathlib import Path

import numpy as np
import torch
from torch import nn


# --8<-- [start:causes]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)


model, args = Net(), argparse.Namespace(lr=0.1)
accuracy, scores = np.float64(0.5), np.ones(2)
folder, day = Path("runs"), datetime.date(2026, 1, 1)

for thing in model, model.layer, args, accuracy, scores, folder, day:
    torch.save({"thing": thing}, "refused.pt")
    try:
        torch.load("refused.pt")
    except pickle.UnpicklingError as error:
        print(str(error).partition("GLOBAL ")[2].split()[0])
# > __main__.Net
# > torch.nn.modules.linear.Linear
# > argparse.Namespace
# > numpy._core.multiarray.scalar
# > numpy._core.multiarray._reconstruct
# > pathlib.PosixPath
# > datetime.date

checkpoint = {
    "model": model.state_dict(),
    "args": vars(args),
    "accuracy": float(accuracy),
    "scores": torch.from_numpy(scores),
    "folder": str(folder),
    "day": day.isoformat(),
}
torch.save(checkpoint, "read.pt")
print(list(torch.load("read.pt")))
# > ['model', 'args', 'accuracy', 'scores', 'folder', 'day']
# --8<-- [end:causes]
