# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Why names are missing in a file: what was saved, and into what it is loaded."""

import torch
from torch import nn


# --8<-- [start:causes]
class Net(nn.Module):
    def __init__(self, container):
        super().__init__()
        self.layers = container([nn.Linear(2, 2)])  # list or nn.ModuleList
        self.head = nn.Linear(2, 1)


frozen = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
frozen[0].requires_grad_(False)
trainable = {n: p for n, p in frozen.named_parameters() if p.requires_grad}
norm = nn.Sequential(nn.BatchNorm1d(2))
layer = nn.Linear(2, 1)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
attempts = {  # into which model, from which state
    "plain list": (Net(nn.ModuleList), Net(list).state_dict()),
    "trainable only": (frozen, trainable),
    "parameters only": (norm, dict(norm.named_parameters())),
    "bias=False": (layer, nn.Linear(2, 1, bias=False).state_dict()),
    "optimizer": (layer, optimizer.state_dict()),
    "into a wrapper": (nn.DataParallel(layer), layer.state_dict()),
}
for name, (model, state) in attempts.items():
    try:
        model.load_state_dict(state)
    except RuntimeError as error:
        for line in str(error).splitlines()[1:]:
            print(f"{name:15} {line.strip()}")
# > plain list      Missing key(s) in state_dict: "layers.0.weight", "layers.0.bias".
# > trainable only  Missing key(s) in state_dict: "0.weight", "0.bias".
# > parameters only Missing key(s) in state_dict: "0.running_mean", "0.running_var".
# > bias=False      Missing key(s) in state_dict: "bias".
# > optimizer       Missing key(s) in state_dict: "weight", "bias".
# > optimizer       Unexpected key(s) in state_dict: "state", "param_groups".
# > into a wrapper  Missing key(s) in state_dict: "module.weight", "module.bias".
# > into a wrapper  Unexpected key(s) in state_dict: "weight", "bias".
# --8<-- [end:causes]

# --8<-- [start:mended]
mended = {
    "nn.ModuleList": (Net(nn.ModuleList), Net(nn.ModuleList).state_dict()),
    "state_dict()": (frozen, frozen.state_dict()),
    "with buffers": (norm, norm.state_dict()),
    "both without": (nn.Linear(2, 1, bias=False), {"weight": layer.weight}),
    "wrapper.module": (nn.DataParallel(layer).module, layer.state_dict()),
}
for name, (model, state) in mended.items():
    print(f"{name:15} {model.load_state_dict(state)}")
# > nn.ModuleList   <All keys matched successfully>
# > state_dict()    <All keys matched successfully>
# > with buffers    <All keys matched successfully>
# > both without    <All keys matched successfully>
# > wrapper.module  <All keys matched successfully>
# --8<-- [end:mended]
