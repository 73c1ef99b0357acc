# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.bce-target-shape"]
# ///
"""Targets of another shape than a binary loss or a loss for masks expects, and what each shape tells."""

import torch
import torch.nn.functional as F
from torch import nn

# --8<-- [start:binary]
criterion = nn.BCEWithLogitsLoss()
pairs = {
    "one of three classes": (torch.zeros(4, 3), torch.zeros(4)),
    "squeeze() without a number": (torch.zeros(1, 1).squeeze(), torch.zeros(1)),
    "targets for 64, 32 left": (torch.zeros(32, 1), torch.zeros(64, 1)),
    "masks without a channel": (torch.zeros(2, 1, 8, 8), torch.zeros(2, 8, 8)),
    "no padding": (torch.zeros(2, 1, 6, 6), torch.zeros(2, 1, 8, 8)),
}
for name, (logits, targets) in pairs.items():
    try:
        criterion(logits, targets)
    except ValueError as error:
        print(f"{name}:\n  {error}")
# > one of three classes:
# >   Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 3]))
# > squeeze() without a number:
# >   Target size (torch.Size([1])) must be the same as input size (torch.Size([]))
# > targets for 64, 32 left:
# >   Target size (torch.Size([64, 1])) must be the same as input size (torch.Size([32, 1]))
# > masks without a channel:
# >   Target size (torch.Size([2, 8, 8])) must be the same as input size (torch.Size([2, 1, 8, 8]))
# > no padding:
# >   Target size (torch.Size([2, 1, 8, 8])) must be the same as input size (torch.Size([2, 1, 6, 6]))
try:
    nn.BCELoss()(torch.zeros(4, 1), torch.zeros(4))
except ValueError as error:
    print(f"BCELoss: {str(error).split('. ')[0]}")
# > BCELoss: Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1])) is deprecated

shorter = torch.zeros(32, 1)
for logits, targets in (
    (torch.zeros(1, 1).squeeze(1), torch.zeros(1)),
    (shorter, torch.ones_like(shorter)),
    (torch.zeros(2, 1, 8, 8), torch.zeros(2, 8, 8).unsqueeze(1)),
):
    print(f"{logits.shape == targets.shape}: {criterion(logits, targets):.4f}")
# > True: 0.6931
# > True: 0.6931
# > True: 0.6931
for padding in (0, 1):
    conv = nn.Conv2d(1, 1, kernel_size=3, padding=padding)
    print(f"{padding=}: {tuple(conv(torch.zeros(2, 1, 8, 8)).shape)}")
# > padding=0: (2, 1, 6, 6)
# > padding=1: (2, 1, 8, 8)
# --8<-- [end:binary]

# --8<-- [start:spatial]
criterion = nn.CrossEntropyLoss()
logits = torch.zeros(2, 3, 8, 8)  # (batch, classes, height, width)
targets = {
    "a mask with a channel": torch.zeros(2, 1, 8, 8, dtype=torch.long),
    "a mask in colors": torch.zeros(2, 8, 8, 3, dtype=torch.long),
    "one label for each image": torch.zeros(2, dtype=torch.long),
    "a mask of another size": torch.zeros(2, 6, 6, dtype=torch.long),
}
for name, target in targets.items():
    try:
        criterion(logits, target)
    except RuntimeError as error:
        print(f"{name}:\n  {error}")
# > a mask with a channel:
# >   only batches of spatial targets supported (3D tensors) but got targets of dimension: 4
# > a mask in colors:
# >   only batches of spatial targets supported (3D tensors) but got targets of dimension: 4
# > one label for each image:
# >   only batches of spatial targets supported (3D tensors) but got targets of dimension: 1
# > a mask of another size:
# >   size mismatch (got input: [2, 3, 8, 8] , target: [2, 6, 6]

colors = torch.tensor([[0, 0, 0], [255, 0, 0], [0, 255, 0]])  # color of each class
painted = colors[torch.tensor([[0, 1], [2, 2]])]  # a mask in colors, (2, 2, 3)
print((painted[:, :, None] == colors).all(dim=-1).int().argmax(dim=-1))
# > tensor([[0, 1],
# >         [2, 2]])

for outputs, target in (
    (logits, targets["a mask with a channel"].squeeze(1)),
    (logits.mean(dim=(2, 3)), targets["one label for each image"]),
    (F.interpolate(logits, size=(6, 6)), targets["a mask of another size"]),
):
    shapes = f"{tuple(outputs.shape)} {tuple(target.shape)}"
    print(f"{shapes}: {criterion(outputs, target):.4f}")
# > (2, 3, 8, 8) (2, 8, 8): 1.0986
# > (2, 3) (2,): 1.0986
# > (2, 3, 6, 6) (2, 6, 6): 1.0986
# --8<-- [end:spatial]
