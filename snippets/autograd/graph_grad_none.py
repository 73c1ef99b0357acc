# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Which parameters have no gradient, and when."""

import torch
from torch import nn


# --8<-- [start:none]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(2, 2)
        self.head = nn.Linear(2, 1)
        self.extra = nn.Linear(2, 1)  # forward never uses it

    def forward(self, x):
        return self.head(self.body(x))


def without_grad(when):
    names = [name for name, p in model.named_parameters() if p.grad is None]
    print(f"{when}: {names}")


model = Net()
model.body.bias.requires_grad_(False)  # frozen
without_grad("before")
# > before: ['body.weight', 'body.bias', 'head.weight', 'head.bias', 'extra.weight', 'extra.bias']
model(torch.ones(4, 2)).mean().backward()
without_grad("after")
# > after: ['body.bias', 'extra.weight', 'extra.bias']
try:
    print(model.extra.weight.grad.norm())
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'NoneType' object has no attribute 'norm'
model.zero_grad()
without_grad("zeroed")
# > zeroed: ['body.weight', 'body.bias', 'head.weight', 'head.bias', 'extra.weight', 'extra.bias']
# --8<-- [end:none]
