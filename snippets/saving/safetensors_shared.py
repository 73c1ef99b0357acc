# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "safetensors>=0.4", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.safetensors-shared"]
# ///
"""Two names for one weight: save_file refuses, save_model saves it once."""

from pathlib import Path

import torch
from safetensors.torch import load_file, load_model, save_file, save_model
from torch import nn


# --8<-- [start:shared]
class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(5, 3)
        self.output = nn.Linear(3, 5, bias=False)
        self.output.weight = self.embedding.weight  # one tensor, two names


tied = Tied()
numbers = torch.arange(6.0)
overlap = {"first": numbers[:4], "last": numbers[2:]}  # two views of one tensor
for tensors in (tied.state_dict(), overlap):
    try:
        save_file(tensors, "tied.safetensors")
    except RuntimeError as error:
        print(f"{type(error).__name__}: {str(error).strip().split(':')[0]}")
# > RuntimeError: Some tensors share memory, this will lead to duplicate memory on disk and potential differences when loading them again
# > RuntimeError: Some tensors share memory, this will lead to duplicate memory on disk and potential differences when loading them again
# --8<-- [end:shared]

# --8<-- [start:shared-fixed]
save_model(tied, "tied.safetensors")
print(f"{list(load_file('tied.safetensors'))=}")  # saved once
# > list(load_file('tied.safetensors'))=['embedding.weight']

print(Path("tied.safetensors").stat().st_size, "bytes")
# ~ 196 bytes

restored = Tied()  # its constructor ties the two names
missing, unexpected = load_model(restored, "tied.safetensors")
print(f"{len(missing)=}, {len(unexpected)=}")
# > len(missing)=0, len(unexpected)=0
print(f"{restored.output.weight is restored.embedding.weight=}")
# > restored.output.weight is restored.embedding.weight=True
print(f"{torch.equal(restored.output.weight, tied.output.weight)=}")
# > torch.equal(restored.output.weight, tied.output.weight)=True

untied = Tied()
untied.output = nn.Linear(3, 5, bias=False)  # nothing ties these two
try:
    load_model(untied, "tied.safetensors")
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[1].strip()}")
# > RuntimeError: Missing key(s) in state_dict: "output.weight"
# --8<-- [end:shared-fixed]
