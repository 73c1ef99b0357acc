# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.ce-target-range", "err.ce-target-2d", "err.ce-batch-mismatch"]
# ///
"""What CrossEntropyLoss says about targets of the wrong range or shape, and what it wants."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()

# --8<-- [start:range]
logits = torch.zeros(4, 3)  # (batch, classes)
targets = torch.tensor([1, 2, 3, 1])  # numbered from 1
try:
    criterion(logits, targets)
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Target 3 is out of bounds.
print(f"fixed: {criterion(logits, targets - 1):.4f}")
# > fixed: 1.0986

targets = torch.tensor([0, 1, 2, -1])  # -1 stands for "unknown"
try:
    criterion(logits, targets)
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Target -1 is out of bounds.
ignoring = nn.CrossEntropyLoss(ignore_index=-1)
print(f"fixed: {ignoring(logits, targets):.4f}")
# > fixed: 1.0986
# --8<-- [end:range]

# --8<-- [start:column]
targets = torch.tensor([[0], [1], [2], [0]])  # (4, 1)
try:
    criterion(logits, targets)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: 0D or 1D target tensor expected, multi-target not supported
print(f"fixed: {criterion(logits, targets.squeeze(1)):.4f}")
# > fixed: 1.0986

one_hot = nn.functional.one_hot(targets.squeeze(1))  # (4, 3), int64
try:
    criterion(logits, one_hot)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected floating point type for target with class probabilities, got Long
print(f"fixed: {criterion(logits, one_hot.argmax(dim=1)):.4f}")
# > fixed: 1.0986
# --8<-- [end:column]

# --8<-- [start:batch]
images, targets = torch.zeros(4, 2, 3), torch.tensor([0, 1, 2, 0])
model = nn.Linear(3, 3)
try:
    criterion(model(images.view(-1, 3)), targets)  # 4 images became 8 rows
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expected input batch_size (8) to match target batch_size (4).
model = nn.Linear(6, 3)
print(f"fixed: {model(images.flatten(1)).shape=}")
# > fixed: model(images.flatten(1)).shape=torch.Size([4, 3])
# --8<-- [end:batch]

# --8<-- [start:sequence]
outputs, targets = torch.zeros(2, 5, 3), torch.zeros(2, 5).long()  # (batch, seq)
try:
    criterion(outputs, targets)  # (batch, seq, classes)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected target size [2, 3], got [2, 5]
print(f"fixed: {criterion(outputs.transpose(1, 2), targets):.4f}")  # (2, 3, 5)
# > fixed: 1.0986
print(
    f"or:    {criterion(outputs.flatten(0, 1), targets.flatten()):.4f}"
)  # (10, 3)
# > or:    1.0986
# --8<-- [end:sequence]
