# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The batch that trips a GPU's assert, on the CPU: the error comes at the line of the mistake and says what is wrong."""

import torch
from torch.nn.functional import cross_entropy

# --8<-- [start:cpu]
logits = torch.zeros(4, 3)  # 3 classes: 0, 1 and 2
targets = torch.tensor([0, 1, 2, 3])
try:
    cross_entropy(logits.cpu(), targets.cpu())
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Target 3 is out of bounds.
# --8<-- [end:cpu]

# --8<-- [start:check]
classes = logits.shape[1]
wrong = (targets < 0) | (targets >= classes)
print(f"{targets[wrong]=}")
# > targets[wrong]=tensor([3])
# --8<-- [end:check]
