# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "safetensors>=0.4", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.safetensors-shared"]
# ///
"""Two names for one weight: save_file refuses, save_model saves it once."""

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
try:
    save_file(tied.state_dict(), "tied.safetensors")
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).strip().split(':')[0]}")
# > RuntimeError: Some tensors share memory, this will lead to duplicate memory on disk and potential differences when loading them again
# --8<-- [end:shared]

# --8<-- [start:shared-fixed]
save_model(tied, "tied.safetensors")
print(f"{list(load_file('tied.safetensors'))=}")  # saved once
# > list(load_file('tied.safetensors'))=['embedding.weight']

restored = Tied()
missing, unexpected = load_model(restored, "tied.safetensors")
print(f"{len(missing)=}, {len(unexpected)=}")
# > len(missing)=0, len(unexpected)=0
print(f"{restored.output.weight is restored.embedding.weight=}")
# > restored.output.weight is restored.embedding.weight=True
print(f"{torch.equal(restored.output.weight, tied.output.weight)=}")
# > torch.equal(restored.output.weight, tied.output.weight)=True
# --8<-- [end:shared-fixed]
