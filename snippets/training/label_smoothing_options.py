# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""The argument beside the others, smoothing twice, and losses that don't have it."""

import torch
from torch import nn
from torch.nn import functional as F

from torchbyexample.losses import label_smoothing_cross_entropy, smooth_labels

# --8<-- [start:options]
torch.manual_seed(0)
logits, targets = torch.randn(4, 3), torch.tensor([0, 1, 2, 1])
weight = torch.tensor([1.0, 2.0, 3.0])
for e, options in (
    (0.0, {}),
    (0.1, {}),
    (1.0, {}),
    (0.1, {"weight": weight}),
    (0.1, {"ignore_index": 1}),
):
    loss = F.cross_entropy(logits, targets, label_smoothing=e, **options)
    ours = label_smoothing_cross_entropy(logits, targets, e, **options)
    print(f"torch {loss:.6f}   from scratch {ours:.6f}   {e} {list(options)}")
# > torch 1.441157   from scratch 1.441157   0.0 []
# > torch 1.445852   from scratch 1.445852   0.1 []
# > torch 1.488113   from scratch 1.488113   1.0 []
# > torch 1.697689   from scratch 1.697689   0.1 ['weight']
# > torch 1.220772   from scratch 1.220772   0.1 ['ignore_index']
# --8<-- [end:options]

# --8<-- [start:twice]
criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
soft = smooth_labels(targets, classes=3, smoothing=0.1)
print(f"once:  {criterion(logits, targets):.4f}")
# > once:  1.4459
print(f"twice: {criterion(logits, soft):.4f}")
# > twice: 1.4501
print(f"0.19:  {F.cross_entropy(logits, targets, label_smoothing=0.19):.4f}")
# > 0.19:  1.4501
# --8<-- [end:twice]

# --8<-- [start:binary]
try:
    nn.BCEWithLogitsLoss(label_smoothing=0.1)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: BCEWithLogitsLoss.__init__() got an unexpected keyword argument 'label_smoothing'

targets = torch.tensor([1.0, 0.0])
print(f"{targets * (1 - 0.1) + 0.1 / 2}")  # two classes, each gets half of 0.1
# > tensor([0.9500, 0.0500])
# --8<-- [end:binary]

# --8<-- [start:range]
criterion = nn.CrossEntropyLoss(label_smoothing=10)  # percent?
try:
    criterion(logits, torch.tensor([0, 1, 2, 1]))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: label_smoothing must be between 0.0 and 1.0. Got: 10
# --8<-- [end:range]
