# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Softmax shares one probability among the labels; sigmoid asks about each label alone."""

import torch
from torch import nn

# --8<-- [start:softmax]
logits = torch.tensor([[4.0, 3.5, -2.0, -3.0]])  # two labels look right
for name, probabilities in (
    ("softmax", logits.softmax(dim=1)),
    ("sigmoid", logits.sigmoid()),
):
    rounded = [round(p, 2) for p in probabilities[0].tolist()]
    print(f"{name}: {rounded} sum {probabilities.sum():.2f}")
# > softmax: [0.62, 0.38, 0.0, 0.0] sum 1.00
# > sigmoid: [0.98, 0.97, 0.12, 0.05] sum 2.12
# --8<-- [end:softmax]

# --8<-- [start:silent]
targets = torch.tensor([[1.0, 1.0, 0.0, 0.0]])
for logits in (
    torch.tensor([[9.0, 9.0, -9.0, -9.0]]),  # both labels right
    torch.tensor([[-9.0, -9.0, -27.0, -27.0]]),  # sigmoid says no to all
):
    softmax_loss = nn.functional.cross_entropy(logits, targets)
    sigmoid_loss = nn.functional.binary_cross_entropy_with_logits(logits, targets)
    print(f"cross_entropy {softmax_loss:.4f}  with sigmoid {sigmoid_loss:.4f}")
# > cross_entropy 1.3863  with sigmoid 0.0001
# > cross_entropy 1.3863  with sigmoid 4.5001
# --8<-- [end:silent]
