# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.modulelist-call", "err.linear-float-size"]
# ///
"""The messages of the containers, and what mends them."""

import torch
from torch import nn

# --8<-- [start:call]
layers = nn.ModuleList([nn.Linear(4, 8), nn.ReLU()])
try:
    layers(torch.ones(1, 4))
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Module [ModuleList] is missing the required "forward" function
print(f"{nn.Sequential(*layers)(torch.ones(1, 4)).shape=}")
# > nn.Sequential(*layers)(torch.ones(1, 4)).shape=torch.Size([1, 8])
# --8<-- [end:call]

# --8<-- [start:list]
try:
    nn.Sequential([nn.Linear(4, 8), nn.ReLU()])
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: list is not a Module subclass
print(f"{len(nn.Sequential(*[nn.Linear(4, 8), nn.ReLU()]))=}")
# > len(nn.Sequential(*[nn.Linear(4, 8), nn.ReLU()]))=2
# --8<-- [end:list]

# --8<-- [start:two-inputs]
model = nn.Sequential(nn.Bilinear(4, 4, 2), nn.ReLU())
try:
    model(torch.ones(1, 4), torch.ones(1, 4))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Sequential.forward() takes 2 positional arguments but 3 were given
# --8<-- [end:two-inputs]

# --8<-- [start:key]
try:
    nn.ModuleDict({"conv.1": nn.Linear(1, 1)})
except KeyError as error:
    print(f"{type(error).__name__}: {error}")
# > KeyError: 'module name can\'t contain ".", got: conv.1'
try:
    nn.ModuleDict({"type": nn.Linear(1, 1)})
except KeyError as error:
    print(f"{type(error).__name__}: {error}")
# > KeyError: "attribute 'type' already exists"
print(f"{list(nn.ModuleDict({'conv_1': nn.Linear(1, 1)}))=}")
# > list(nn.ModuleDict({'conv_1': nn.Linear(1, 1)}))=['conv_1']
# --8<-- [end:key]

# --8<-- [start:float-size]
try:
    nn.Sequential(nn.Flatten(), nn.Linear(28 * 28 / 4, 10))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got float"
print(f"{28 * 28 / 4=} {28 * 28 // 4=}")
# > 28 * 28 / 4=196.0 28 * 28 // 4=196
print(nn.Sequential(nn.Flatten(), nn.Linear(28 * 28 // 4, 10)))
# > Sequential(
# >   (0): Flatten(start_dim=1, end_dim=-1)
# >   (1): Linear(in_features=196, out_features=10, bias=True)
# > )
# --8<-- [end:float-size]

# --8<-- [start:insert]
named = nn.Sequential()
named.add_module("hidden", nn.Linear(4, 8))
named.add_module("head", nn.Linear(8, 2))
try:
    named.insert(1, nn.ReLU())
except KeyError as error:
    print(f"{type(error).__name__}: {error}")
# > KeyError: '1'
model = nn.Sequential()
for name, layer in named.named_children():
    if name == "head":
        model.add_module("relu", nn.ReLU())
    model.add_module(name, layer)
print(f"{[name for name, _ in model.named_children()]=}")
# > [name for name, _ in model.named_children()]=['hidden', 'relu', 'head']
# --8<-- [end:insert]
