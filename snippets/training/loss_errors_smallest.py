# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Shape, dtype and range of what goes into a loss, and three errors in a row."""

import torch
from torch import nn

# --8<-- [start:answer]
torch.manual_seed(0)
logits = torch.randn(4, 3)  # (batch, classes)
targets = torch.tensor([[1.0], [2.0], [3.0], [1.0]])  # as a CSV file gives them
for name, x in {"logits": logits, "targets": targets}.items():
    print(f"{name:8} {tuple(x.shape)} {x.dtype}, {x.min():.1f} to {x.max():.1f}")
# > logits   (4, 3) torch.float32, -2.2 to 1.5
# > targets  (4, 1) torch.float32, 1.0 to 3.0
# --8<-- [end:answer]

# --8<-- [start:smallest]
criterion = nn.CrossEntropyLoss()
for name, repair in {
    "as it is": lambda x: x,
    "squeeze(1)": lambda x: x.squeeze(1),  # (4, 1) -> (4,)
    "long()": lambda x: x.long(),
    "- 1": lambda x: x - 1,  # classes count from 0
}.items():
    targets = repair(targets)
    try:
        print(f"{name}: loss {criterion(logits, targets):.4f}")
    except (RuntimeError, IndexError) as error:
        print(f"{name}: {type(error).__name__}: {error}")
# > as it is: RuntimeError: 0D or 1D target tensor expected, multi-target not supported
# > squeeze(1): RuntimeError: expected target dtype to be Long or Byte, but got Float
# > long(): IndexError: Target 3 is out of bounds.
# > - 1: loss 1.3928
# <= 2.11
# > as it is: RuntimeError: 0D or 1D target tensor expected, multi-target not supported
# > squeeze(1): RuntimeError: expected scalar type Long but found Float
# > long(): IndexError: Target 3 is out of bounds.
# > - 1: loss 1.3928
# --8<-- [end:smallest]
