# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A model of your own: layers in __init__, the computation in forward, and what nn.Module found."""

import torch
from torch import nn


# --8<-- [start:smallest]
class Net(nn.Module):
    def __init__(self):
        super().__init__()  # first, always
        self.hidden = nn.Linear(4, 8)
        self.output = nn.Linear(8, 3)

    def forward(self, inputs):  # (batch, 4)
        hidden = torch.relu(self.hidden(inputs))  # (batch, 8)
        return self.output(hidden)  # (batch, 3)


model = Net()
logits = model(torch.ones(2, 4))
print(f"{logits.shape=}")
# > logits.shape=torch.Size([2, 3])
print(model)
# > Net(
# >   (hidden): Linear(in_features=4, out_features=8, bias=True)
# >   (output): Linear(in_features=8, out_features=3, bias=True)
# > )
# --8<-- [end:smallest]

# --8<-- [start:found]
for name, parameter in model.named_parameters():
    print(f"{name:13} {tuple(parameter.shape)}")
# > hidden.weight (8, 4)
# > hidden.bias   (8,)
# > output.weight (3, 8)
# > output.bias   (3,)
print(f"{sum(p.numel() for p in model.parameters())} numbers to learn")
# > 67 numbers to learn
# --8<-- [end:found]

# --8<-- [start:answer]
inputs = torch.ones(2, 4)
logits = model(inputs)  # not model.forward(inputs)
# --8<-- [end:answer]
