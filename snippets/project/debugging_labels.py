# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""On the CPU a label out of range is named; on a GPU the same slip is a device-side assert."""

import torch
from torch import nn

# --8<-- [start:labels]
logits = torch.zeros(3, 10)
targets = torch.tensor([1, 10, 3])  # digits counted from 1, or one class forgotten
try:
    nn.functional.cross_entropy(logits, targets)
except IndexError as error:
    print(error)
# > Target 10 is out of bounds.
print(targets.min().item(), targets.max().item(), logits.shape[1])
# > 1 10 10

embedding = nn.Embedding(100, 8)
try:
    embedding(torch.tensor([5, 100]))
except IndexError as error:
    print(error)
# > index out of range in self
# --8<-- [end:labels]
