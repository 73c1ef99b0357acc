# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["graph.pytorch-dynamic"]
# ///
"""PyTorch records the graph while the forward pass runs: another input, another graph."""

import torch


# --8<-- [start:branch]
def f(x):
    return x * 2 if x.sum() > 0 else x**3


for value in (1.0, -1.0):
    x = torch.tensor([value], requires_grad=True)
    y = f(x)
    y.sum().backward()
    print(f"x={value:4}: recorded {y.grad_fn.name()}, gradient {x.grad.item()}")
# > x= 1.0: recorded MulBackward0, gradient 2.0
# > x=-1.0: recorded PowBackward0, gradient 3.0
# --8<-- [end:branch]
