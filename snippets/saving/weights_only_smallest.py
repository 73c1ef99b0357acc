# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.weights-only"]
# ///
"""torch.load reads tensors and plain values, and refuses any other object."""

import argparse
import pickle

import torch
from torch import nn

# --8<-- [start:smallest]
model = nn.Linear(2, 1)
args = argparse.Namespace(lr=0.1)

torch.save({"model": model.state_dict(), "lr": 0.1}, "plain.pt")
torch.save({"model": model.state_dict(), "args": args}, "with_object.pt")

print(f"{list(torch.load('plain.pt'))=}")
# > list(torch.load('plain.pt'))=['model', 'lr']
try:
    torch.load("with_object.pt")
except pickle.UnpicklingError as error:
    lines = str(error).splitlines()
    print(f"{type(error).__name__}: {lines[0].split('. ')[0]}.")
    print(next(line.strip() for line in lines if "GLOBAL" in line).split(". ")[0])
# > UnpicklingError: Weights only load failed.
# > WeightsUnpickler error: Unsupported global: GLOBAL argparse.Namespace was not an allowed global by default
# --8<-- [end:smallest]

# --8<-- [start:plain]
torch.save({"model": model.state_dict(), "args": vars(args)}, "fixed.pt")
print(f"{torch.load('fixed.pt')['args']=}")
# > torch.load('fixed.pt')['args']={'lr': 0.1}
# --8<-- [end:plain]

# --8<-- [start:look]
unsafe = torch.serialization.get_unsafe_globals_in_checkpoint("with_object.pt")
print(f"{unsafe=}")
# > unsafe=['argparse.Namespace']
# --8<-- [end:look]

# --8<-- [start:allow]
with torch.serialization.safe_globals([argparse.Namespace]):
    print(f"{torch.load('with_object.pt')['args']=}")
# > torch.load('with_object.pt')['args']=Namespace(lr=0.1)

torch.serialization.add_safe_globals([argparse.Namespace])  # until the program ends
print(f"{torch.load('with_object.pt')['args'].lr=}")
# > torch.load('with_object.pt')['args'].lr=0.1
# --8<-- [end:allow]

# --8<-- [start:trust]
checkpoint = torch.load("with_object.pt", weights_only=False)
print(f"{checkpoint['args'].lr=}")
# > checkpoint['args'].lr=0.1
# --8<-- [end:trust]

# --8<-- [start:answer]
saved = {"model": model.state_dict(), "args": vars(args)}  # plain values only
torch.save(saved, "checkpoint.pt")
checkpoint = torch.load("checkpoint.pt", map_location="cpu")
# --8<-- [end:answer]
