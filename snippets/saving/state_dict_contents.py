# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["save.ordered-dict", "save.state-dict-parameters"]
# ///
"""What stands in a state_dict, what does not, and that it shares memory with the model."""

import torch
from torch import nn

# --8<-- [start:ordered]
model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
state = model.state_dict()
print(type(state))
# > <class 'collections.OrderedDict'>
for name, tensor in state.items():
    print(f"{name:22} {tuple(tensor.shape)!s:7} {tensor.dtype}")
# > 0.weight               (3, 2)  torch.float32
# > 0.bias                 (3,)    torch.float32
# > 1.weight               (3,)    torch.float32
# > 1.bias                 (3,)    torch.float32
# > 1.running_mean         (3,)    torch.float32
# > 1.running_var          (3,)    torch.float32
# > 1.num_batches_tracked  ()      torch.int64
print(f"{len(state)=} {len(list(model.parameters()))=}")
# > len(state)=7 len(list(model.parameters()))=4
# --8<-- [end:ordered]


# --8<-- [start:missing]
class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)
        self.scale = 10.0  # a number, not a tensor
        self.shift = torch.ones(1)  # a tensor, not registered
        self.register_buffer("mean", torch.zeros(2))
        self.register_buffer("cache", torch.zeros(2), persistent=False)


model = Scaled()
model.layer.weight.requires_grad_(False)
state = model.state_dict()
print(list(state))
# > ['mean', 'layer.weight', 'layer.bias']
print(f"{state['layer.bias'].requires_grad=}")
# > state['layer.bias'].requires_grad=False
# --8<-- [end:missing]

# --8<-- [start:shared]
layer = nn.Linear(1, 1)
nn.init.zeros_(layer.weight)
state = layer.state_dict()
copied = {name: tensor.clone() for name, tensor in layer.state_dict().items()}
nn.init.ones_(layer.weight)  # training goes on
print(f"{state['weight'].item()=} {copied['weight'].item()=}")
# > state['weight'].item()=1.0 copied['weight'].item()=0.0
# --8<-- [end:shared]
