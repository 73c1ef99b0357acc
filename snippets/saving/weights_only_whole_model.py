# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.load-pickled-class-gone", "err.save-lambda"]
# ///
"""A whole model is saved as the name of its class, and the name must be there to load it."""

import pickle

import torch
from torch import nn


# --8<-- [start:gone]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)


torch.save(Net(), "whole.pt")
torch.save(Net().state_dict(), "state.pt")

del Net  # another script, which does not have this class
try:
    torch.load("whole.pt", weights_only=False)
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error).split(' on ')[0]}")
# > AttributeError: Can't get attribute 'Net'
print(f"{list(torch.load('state.pt'))=}")
# > list(torch.load('state.pt'))=['layer.weight', 'layer.bias']
# --8<-- [end:gone]

# --8<-- [start:lambda]
model = nn.Linear(2, 1)
model.activation = lambda x: x.clamp(min=0)
try:
    torch.save(model, "model.pt")
except pickle.PicklingError as error:
    print(f"{type(error).__name__}: {str(error).split(' at ')[0]}")
# > PicklingError: Can't pickle <function <lambda>


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.activation = lambda x: x.clamp(min=0)


try:
    torch.save(Small(), "small.pt")
except (AttributeError, pickle.PicklingError) as error:
    print(f"{'local object' in str(error)=}")  # each Python words it differently
# > 'local object' in str(error)=True
# --8<-- [end:lambda]

# --8<-- [start:state]
torch.save(model.state_dict(), "model.pt")
print(f"{list(torch.load('model.pt'))=}")
# > list(torch.load('model.pt'))=['weight', 'bias']
# --8<-- [end:state]
