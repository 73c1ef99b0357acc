# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The metrics recipe in four lines: a number from scores and targets."""

# --8<-- [start:answer]
import torch

from torchbyexample.metrics import roc_auc

scores = torch.tensor([0.1, 0.4, 0.35, 0.8])  # logits will do as well
targets = torch.tensor([0, 0, 1, 1])
print(f"{roc_auc(scores, targets):.2f}")
# > 0.75
# --8<-- [end:answer]
