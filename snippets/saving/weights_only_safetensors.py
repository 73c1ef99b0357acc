# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "safetensors>=0.4"]
#
# [tool.tbe]
# claims = ["err.safetensors-shared"]
# ///
"""A safetensors file is a JSON header and bytes: nothing in it can be called."""

import json
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, load_model, save_file, save_model
from torch import nn

# --8<-- [start:save]
torch.manual_seed(0)
model = nn.Linear(2, 1)
save_file(model.state_dict(), "model.safetensors", metadata={"epoch": "3"})

other = nn.Linear(2, 1)
print(f"{other.load_state_dict(load_file('model.safetensors'))=}")
# > other.load_state_dict(load_file('model.safetensors'))=<All keys matched successfully>
print(f"{torch.equal(model.weight, other.weight)=}")
# > torch.equal(model.weight, other.weight)=True
# --8<-- [end:save]

# --8<-- [start:inside]
content = Path("model.safetensors").read_bytes()
length = int.from_bytes(content[:8], "little")  # of the header
header = json.loads(content[8 : 8 + length])
for name, entry in header.items():
    print(f"{name}: {entry}")
# > __metadata__: {'epoch': '3'}
# > bias: {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]}
# > weight: {'dtype': 'F32', 'shape': [1, 2], 'data_offsets': [4, 12]}
# --8<-- [end:inside]

# --8<-- [start:one]
with safe_open("model.safetensors", framework="pt") as file:
    print(f"{list(file.keys())=}, {file.metadata()=}")
    print(f"{file.get_tensor('bias').shape=}")  # only this one is read
# > list(file.keys())=['bias', 'weight'], file.metadata()={'epoch': '3'}
# > file.get_tensor('bias').shape=torch.Size([1])
# --8<-- [end:one]

# --8<-- [start:cut]
Path("cut.safetensors").write_bytes(content[:-1])  # the last byte is missing
try:
    load_file("cut.safetensors")
except SafetensorError as error:
    print(f"{type(error).__name__}")
# > SafetensorError
# --8<-- [end:cut]

# --8<-- [start:strict]
for tensors in ({"epoch": 3}, {"transposed": torch.ones(2, 3).t()}):
    try:
        save_file(tensors, "strict.safetensors")
    except ValueError as error:
        print(f"{type(error).__name__}: {str(error).split(' which ')[0]}")
# > ValueError: Key `epoch` is invalid, expected torch.Tensor but received <class 'int'>
# > ValueError: You are trying to save a non contiguous tensor: `transposed`
# --8<-- [end:strict]


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
