# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""What weights_only=True reads, and what it refuses."""

import datetime
import pickle
from collections import Counter, OrderedDict, defaultdict
from pathlib import Path

import numpy as np
import torch
from torch import nn

# --8<-- [start:table]
layer = nn.Linear(2, 1)
optimizer = torch.optim.AdamW(layer.parameters())
by_numpy = torch.optim.SGD(layer.parameters(), lr=np.float64(0.1))
examples = {
    "tensor": torch.ones(2),
    "state_dict of a model": layer.state_dict(),
    "state_dict of an optimizer": optimizer.state_dict(),
    "numbers, strings, None": [1, 2.5, "epoch", True, None],
    "dict, list, tuple, set": {"shape": (2, 1), "seen": {1, 2}},
    "OrderedDict, Counter": [OrderedDict(a=1), Counter("aab")],
    "dtype, device, size": [torch.float16, torch.device("cpu"), torch.Size([2])],
    "defaultdict": defaultdict(int),
    "NumPy number": np.float64(0.5),
    "NumPy array": np.ones(2),
    "optimizer, lr by NumPy": by_numpy.state_dict(),
    "date": datetime.date(2026, 1, 1),
    "path": Path("data"),
    "whole model": layer,
}
for name, value in examples.items():
    torch.save(value, "example.pt")
    try:
        torch.load("example.pt")
        verdict = "read"
    except pickle.UnpicklingError:
        verdict = "refused"
    print(f"{name:27}{verdict}")
# > tensor                     read
# > state_dict of a model      read
# > state_dict of an optimizer read
# > numbers, strings, None     read
# > dict, list, tuple, set     read
# > OrderedDict, Counter       read
# > dtype, device, size        read
# > defaultdict                refused
# > NumPy number               refused
# > NumPy array                refused
# > optimizer, lr by NumPy     refused
# > date                       refused
# > path                       refused
# > whole model                refused
# --8<-- [end:table]
