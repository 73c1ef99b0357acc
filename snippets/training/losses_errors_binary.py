# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.bce-target-shape", "err.bce-target-long", "err.bce-range"]
# ///
"""What the binary losses refuse, and what each wants."""

import torch
from torch import nn

# --8<-- [start:shape]
criterion = nn.BCEWithLogitsLoss()
logits, targets = torch.zeros(4, 1), torch.tensor([0.0, 1.0, 1.0, 0.0])
try:
    criterion(logits, targets)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 1]))
print(f"fixed: {criterion(logits.squeeze(1), targets):.4f}")
# > fixed: 0.6931
# --8<-- [end:shape]

# --8<-- [start:long]
logits, targets = torch.zeros(4), torch.tensor([0, 1, 1, 0])
try:
    criterion(logits, targets)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: result type Float can't be cast to the desired output type Long
print(f"fixed: {criterion(logits, targets.float()):.4f}")
# > fixed: 0.6931
# --8<-- [end:long]

# --8<-- [start:backward-long]
outputs = torch.zeros(4, requires_grad=True)
for targets in (torch.tensor([0, 1, 1, 0]), torch.zeros(4, dtype=torch.float64)):
    loss = nn.HuberLoss()(outputs, targets)  # no error yet
    try:
        loss.backward()
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: Found dtype Long but expected Float
# > RuntimeError: Found dtype Double but expected Float
loss = nn.HuberLoss()(outputs, targets.float())
loss.backward()
print(f"fixed: {outputs.grad.dtype}")
# > fixed: torch.float32
try:
    nn.BCELoss()(torch.tensor([0.5]), torch.tensor([1]))
except RuntimeError as error:
    print(f"BCELoss: {type(error).__name__}: {error}")
# > BCELoss: RuntimeError: Found dtype Long but expected Float
# --8<-- [end:backward-long]

# --8<-- [start:range]
logits, targets = torch.tensor([2.0, -1.0]), torch.tensor([1.0, 0.0])
try:
    nn.BCELoss()(logits, targets)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: all elements of input should be between 0 and 1
print(f"fixed: {nn.BCEWithLogitsLoss()(logits, targets):.4f}")
# > fixed: 0.2201
# --8<-- [end:range]

# --8<-- [start:stable]
logits = torch.tensor([200.0], requires_grad=True)
targets = torch.tensor([0.0])
for loss in (
    nn.BCELoss()(logits.sigmoid(), targets),
    nn.BCEWithLogitsLoss()(logits, targets),
):
    (gradient,) = torch.autograd.grad(loss, logits)
    print(f"loss {loss.item():.1f}   gradient {gradient.item():.1f}")
# > loss 100.0   gradient 0.0
# > loss 200.0   gradient 1.0
# --8<-- [end:stable]
