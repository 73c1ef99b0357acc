# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Where zero_grad() may stand: anywhere between step() and the next backward(), never between backward() and step()."""

import torch
from torch import nn


# --8<-- [start:placement]
def train(order):
    w = nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([w], lr=0.1)
    actions = {
        "zero_grad": optimizer.zero_grad,
        "backward": lambda: (w**2).sum().backward(),
        "step": optimizer.step,
    }
    for _ in range(5):
        for name in order:
            actions[name]()
    return w.item()


print(f"zero_grad, backward, step: {train(['zero_grad', 'backward', 'step']):.4f}")
# > zero_grad, backward, step: 0.3277
print(f"backward, step, zero_grad: {train(['backward', 'step', 'zero_grad']):.4f}")
# > backward, step, zero_grad: 0.3277
print(f"backward, zero_grad, step: {train(['backward', 'zero_grad', 'step']):.4f}")
# > backward, zero_grad, step: 1.0000
# --8<-- [end:placement]


# --8<-- [start:once]
def train_from(start, each):
    w = nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([w], lr=0.1)
    if start:
        optimizer.zero_grad()
    for _ in range(5):
        if each:
            optimizer.zero_grad()
        (w**2).sum().backward()
        optimizer.step()
    return w.item()


print(f"once before the loop: {train_from(start=True, each=False):.4f}")
# > once before the loop: -0.8099
print(f"not at all:           {train_from(start=False, each=False):.4f}")
# > not at all:           -0.8099
print(f"in each round:        {train_from(start=False, each=True):.4f}")
# > in each round:        0.3277
# --8<-- [end:once]
