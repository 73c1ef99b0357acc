# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.13", "safetensors>=0.4", "numpy>=2"]
# ///
"""A safetensors file is a JSON header and bytes: nothing in it can be called."""

import json
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save_file
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

# --8<-- [start:answer]
save_file(model.state_dict(), "model.safetensors", metadata={"epoch": "3"})
model.load_state_dict(load_file("model.safetensors"))
# --8<-- [end:answer]

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
    bias = file.get_tensor("bias")
    print(f"{bias.shape=}")
# > list(file.keys())=['bias', 'weight'], file.metadata()={'epoch': '3'}
# > bias.shape=torch.Size([1])
begin, end = header["bias"]["data_offsets"]
with open("model.safetensors", "rb") as raw:  # the same by hand
    raw.seek(8 + length + begin)
    number = torch.frombuffer(bytearray(raw.read(end - begin)), dtype=bias.dtype)
print(f"{torch.equal(number, bias)=}")
# > torch.equal(number, bias)=True
# --8<-- [end:one]

# --8<-- [start:cut]
Path("cut.safetensors").write_bytes(content[:-1])  # the last byte is missing
Path("page.safetensors").write_text("<!DOCTYPE html><html>404 Not Found</html>")
Path("pointer.safetensors").write_text("version https://git-lfs.github.com/spec/v1")
torch.save(model.state_dict(), "zip.safetensors")  # only the name says safetensors
for name in ("cut", "page", "pointer", "zip"):
    try:
        load_file(f"{name}.safetensors")
    except SafetensorError as error:
        print(f"{name}: {type(error).__name__}: {error}")
# > cut: SafetensorError: Error while deserializing header: incomplete metadata, file not fully covered
# > page: SafetensorError: Error while deserializing header: header too large
# > pointer: SafetensorError: Error while deserializing header: header too large
# > zip: SafetensorError: Error while deserializing header: header too large
for name in ("page", "pointer", "zip"):
    print(name, Path(f"{name}.safetensors").read_bytes()[:7])
# > page b'<!DOCTY'
# > pointer b'version'
# > zip b'PK\x03\x04\x00\x00\x08'
Path("zip.safetensors").rename("zip.pt")
print(list(torch.load("zip.pt")))
# > ['weight', 'bias']
# --8<-- [end:cut]

# --8<-- [start:wrong-reader]
import pickle

print(sorted(torch.load("model.safetensors")))  # since the name says safetensors
# > ['bias', 'weight']
Path("model.pt").write_bytes(content)  # the same bytes
try:
    torch.load("model.pt")
except pickle.UnpicklingError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
# > UnpicklingError: Weights only load failed.
# --8<-- [end:wrong-reader]

# --8<-- [start:device]
for options in ({}, {"device": "cpu"}):  # or "cuda"
    tensors = load_file("model.safetensors", **options)
    print({name: tensor.device.type for name, tensor in tensors.items()})
# > {'bias': 'cpu', 'weight': 'cpu'}
# > {'bias': 'cpu', 'weight': 'cpu'}
# --8<-- [end:device]

# --8<-- [start:strict]
optimizer = torch.optim.AdamW(model.parameters())
conv = nn.Conv2d(3, 4, 3).to(memory_format=torch.channels_last)
for tensors in (
    {"epoch": 3},
    optimizer.state_dict(),
    {"transposed": torch.ones(2, 3).t()},
    {"columns": torch.ones(4, 4)[:, :2]},
    {"channels_last": conv.weight.detach()},
):
    try:
        save_file(tensors, "strict.safetensors")
    except ValueError as error:
        print(f"{type(error).__name__}: {str(error).split(' which ')[0]}")
# > ValueError: Key `epoch` is invalid, expected torch.Tensor but received <class 'int'>
# > ValueError: Key `state` is invalid, expected torch.Tensor but received <class 'dict'>
# > ValueError: You are trying to save a non contiguous tensor: `transposed`
# > ValueError: You are trying to save a non contiguous tensor: `columns`
# > ValueError: You are trying to save a non contiguous tensor: `channels_last`
try:
    save_file(model.state_dict(), "strict.safetensors", metadata={"epoch": 3})
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: argument 'metadata': 'int' object is not an instance of 'str'
# --8<-- [end:strict]
