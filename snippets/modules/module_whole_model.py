# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What the base class does for the whole tree with one call."""

import torch
from torch import nn

# --8<-- [start:whole]
model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2))

model.eval()
print("eval():          ", {module.training for module in model.modules()})
# > eval():           {False}
model.train()
print("train():         ", {module.training for module in model.modules()})
# > train():          {True}

model.to(torch.float64)
print("to(float64):     ", {parameter.dtype for parameter in model.parameters()})
# > to(float64):      {torch.float64}

model(torch.ones(1, 4, dtype=torch.float64)).sum().backward()
model.zero_grad()
print("zero_grad():     ", {parameter.grad for parameter in model.parameters()})
# > zero_grad():      {None}

model.requires_grad_(False)
print("requires_grad_():", {p.requires_grad for p in model.parameters()})
# > requires_grad_(): {False}

print("state_dict():    ", list(model.state_dict()))
# > state_dict():     ['0.weight', '0.bias', '2.weight', '2.bias']


def zero_bias(module):
    if isinstance(module, nn.Linear):
        nn.init.zeros_(module.bias)


model.apply(zero_bias)
print("apply():         ", model[0].bias.sum().item(), model[2].bias.sum().item())
# > apply():          0.0 0.0
# --8<-- [end:whole]
