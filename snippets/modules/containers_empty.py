# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.empty-parameter-list"]
# ///
"""Seven ways to an empty parameter list, each beside what gives the optimizer something to train."""

import torch
from torch import nn


# --8<-- [start:model]
def report(name, parameters):
    try:
        optimizer = torch.optim.SGD(parameters, lr=0.1)
        print(f"{name:24} {len(optimizer.param_groups[0]['params'])} tensors")
    except ValueError as error:
        print(f"{name:24} {error}")


class OneUnderscore(nn.Module):
    def _init_(self):  # nobody calls this
        super().__init__()
        self.layer = nn.Linear(4, 2)


class PlainList(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(4, 2)]


class InForward(nn.Module):
    def forward(self, inputs):
        return nn.Linear(4, 2)(inputs)  # a new layer in every call


class PlainTensor(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.zeros(4, 2, requires_grad=True)


class Good(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 2)
        self.weight = nn.Parameter(torch.zeros(4, 2))


for model in (PlainList(), OneUnderscore(), InForward(), PlainTensor(), Good()):
    report(type(model).__name__, model.parameters())
# > PlainList                optimizer got an empty parameter list
# > OneUnderscore            optimizer got an empty parameter list
# > InForward                optimizer got an empty parameter list
# > PlainTensor              optimizer got an empty parameter list
# > Good                     3 tensors
# --8<-- [end:model]

# --8<-- [start:arguments]
model = Good()
parameters = filter(lambda p: p.requires_grad, model.parameters())
print(f"{sum(p.numel() for p in parameters)=}")  # this uses it up
# > sum(p.numel() for p in parameters)=18
report("used-up filter", parameters)
# > used-up filter           optimizer got an empty parameter list
report("a list", [p for p in model.parameters() if p.requires_grad])
# > a list                   3 tensors

named = model.named_parameters()
report("no name contains head", [p for name, p in named if "head" in name])
# > no name contains head    optimizer got an empty parameter list

model.requires_grad_(False)
report("all frozen, filtered", [p for p in model.parameters() if p.requires_grad])
# > all frozen, filtered     optimizer got an empty parameter list
model.layer.requires_grad_(True)
report("one layer unfrozen", [p for p in model.parameters() if p.requires_grad])
# > one layer unfrozen       2 tensors
# --8<-- [end:arguments]
