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
