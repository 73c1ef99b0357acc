# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14"]
#
# [tool.tbe]
# claims = ["err.ce-target-float", "err.ce-target-int32"]
# ///
"""Class indices of the wrong dtype, in the words of PyTorch 2.14."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()

# --8<-- [start:dtype]
logits = torch.zeros(4, 3)  # (batch, classes)
for targets in (
    torch.tensor([0.0, 1.0, 2.0, 0.0]),
    torch.tensor([0, 1, 2, 0]).int(),
):
    try:
        criterion(logits, targets)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
    print(f"fixed: {criterion(logits, targets.long()):.4f}")
# > RuntimeError: expected target dtype to be Long or Byte, but got Float
# > fixed: 1.0986
# > RuntimeError: expected target dtype to be Long or Byte, but got Int
# > fixed: 1.0986
# --8<-- [end:dtype]
