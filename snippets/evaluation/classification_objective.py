# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["metric.objective"]
# ///
"""A metric is for people, a loss is for the optimizer: accuracy has no gradient and does not move with small steps."""

import torch
from torch import nn

# --8<-- [start:objective]
targets = torch.tensor([0, 1])
for confidence in (0.1, 1.0, 3.0):
    logits = torch.tensor(
        [[confidence, 0.0], [0.0, confidence]], requires_grad=True
    )
    loss = nn.functional.cross_entropy(logits, targets)
    accuracy = (logits.argmax(1) == targets).float().mean()
    print(f"loss {loss.item():.4f}  accuracy {accuracy.item():.2f}")
# > loss 0.6444  accuracy 1.00
# > loss 0.3133  accuracy 1.00
# > loss 0.0486  accuracy 1.00

print(f"{loss.requires_grad=} {accuracy.requires_grad=}")
# > loss.requires_grad=True accuracy.requires_grad=False
# --8<-- [end:objective]
