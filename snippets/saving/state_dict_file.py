# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["save.pt-extension", "save.two-ways"]
# ///
"""The file: any name will do, it is a zip archive; and the other way to save."""

import pickle
import zipfile

import torch
from torch import nn

# --8<-- [start:extension]
model = nn.Linear(2, 1)
torch.save(model.state_dict(), "weights.banana")
print(list(torch.load("weights.banana")))
# > ['weight', 'bias']
names = [
    name.partition("/")[2] for name in zipfile.ZipFile("weights.banana").namelist()
]
print(
    zipfile.is_zipfile("weights.banana"), [n for n in names if n.startswith("data")]
)
# > True ['data.pkl', 'data/0', 'data/1']
# --8<-- [end:extension]

# --8<-- [start:two-ways]
torch.save(model.state_dict(), "state.pt")  # the tensors
torch.save(model, "whole.pt")  # the object
print(type(torch.load("state.pt")).__name__)
# > OrderedDict
print(torch.load("whole.pt", weights_only=False))
# > Linear(in_features=2, out_features=1, bias=True)
try:
    torch.load("whole.pt")
except pickle.UnpicklingError as error:
    print(f"{type(error).__name__}: {str(error).partition('. ')[0]}")
# > UnpicklingError: Weights only load failed
# --8<-- [end:two-ways]
