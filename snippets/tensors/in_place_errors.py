# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.inplace-result-type"]
# ///
"""The old tensor cannot take the new values."""

import torch
from torch import nn

# --8<-- [start:result-type]
counts = torch.tensor([1, 3])
criterion = nn.BCEWithLogitsLoss()
logits, labels = torch.tensor([0.5, -0.5]), torch.tensor([1, 0])  # int64
calls = {
    "*=": lambda: counts.mul_(0.5),
    "/=": lambda: counts.div_(2),
    "loss": lambda: criterion(logits, labels),
}
for name, call in calls.items():
    try:
        call()
    except RuntimeError as error:
        print(f"{name:4} {type(error).__name__}: {error}")
# > *=   RuntimeError: result type Float can't be cast to the desired output type Long
# > /=   RuntimeError: result type Float can't be cast to the desired output type Long
# > loss RuntimeError: result type Float can't be cast to the desired output type Long

counts = counts * 0.5  # a new tensor may have a new dtype
print(f"{counts=}, {criterion(logits, labels.float()).item()=:.4f}")
# > counts=tensor([0.5000, 1.5000]), criterion(logits, labels.float()).item()=0.4741
# --8<-- [end:result-type]

# --8<-- [start:shape]
row = torch.zeros(3)
try:
    row += torch.ones(2, 3)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: output with shape [3] doesn't match the broadcast shape [2, 3]
print(f"{(row + torch.ones(2, 3)).shape=}")
# > (row + torch.ones(2, 3)).shape=torch.Size([2, 3])
# --8<-- [end:shape]

# --8<-- [start:expanded]
x = torch.zeros(1, 3).expand(2, 3)  # two rows, one memory
try:
    x += 1
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
# > RuntimeError: unsupported operation: more than one element of the written-to tensor refers to a single memory location.

x = x.clone()
x += 1
print(f"{x=}")
# > x=tensor([[1., 1., 1.],
# >         [1., 1., 1.]])
# --8<-- [end:expanded]
