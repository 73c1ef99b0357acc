# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A gradient that is never cleared is a momentum that does not fade."""

import torch
from torch import nn


# --8<-- [start:same]
def train(forget, momentum):
    w = nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=momentum)
    for _ in range(60):
        if not forget:
            optimizer.zero_grad()
        (w**2).sum().backward()
        optimizer.step()
    return w.item()


print(f"forgotten, momentum 0: {train(forget=True, momentum=0.0):.4f}")
# > forgotten, momentum 0: -0.5653
print(f"cleared, momentum 1:   {train(forget=False, momentum=1.0):.4f}")
# > cleared, momentum 1:   -0.5653
# --8<-- [end:same]
