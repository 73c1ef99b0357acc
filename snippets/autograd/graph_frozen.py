# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.requires-grad-false-skipped"]
# ///
"""requires_grad=False leaves a parameter out of the graph; the misspelt required_grad freezes nothing and says nothing."""

import torch
from torch import nn

# --8<-- [start:frozen]
model = nn.Linear(1, 1)
model.weight.requires_grad = False
model.bias.required_grad = False  # a typo: Python makes a new attribute

model(torch.ones(1, 1)).sum().backward()
print(f"{model.weight.grad=} {model.bias.grad=}")
# > model.weight.grad=None model.bias.grad=tensor([1.])
# --8<-- [end:frozen]
