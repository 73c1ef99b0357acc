# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""Focal loss written as (1 - exp(-loss)) ** gamma times the mean, and other slips."""

import torch
from torch.nn import functional as F

from torchbyexample.losses import binary_focal_loss, focal_loss

# --8<-- [start:mean-first]
torch.manual_seed(0)
logits, targets = 3 * torch.randn(200, 3), torch.randint(3, (200,))

each = F.cross_entropy(logits, targets, reduction="none")
mean = F.cross_entropy(logits, targets)
print(f"each sample: {((1 - torch.exp(-each)) ** 2 * each).mean():.4f}")
# > each sample: 2.3373
print(f"the mean:    {(1 - torch.exp(-mean)) ** 2 * mean:.4f}")
# > the mean:    2.1991
print(f"focal_loss:  {focal_loss(logits, targets):.4f}")
# > focal_loss:  2.3373
# --8<-- [end:mean-first]

# --8<-- [start:weight-first]
weight = torch.tensor([1.0, 2.0, 2.0])
each = F.cross_entropy(logits, targets, weight=weight, reduction="none")
rare = targets == 1
p = logits.softmax(dim=1)[rare, 1]
for true, guessed in zip(p[:3], torch.exp(-each)[rare][:3], strict=True):
    print(f"p {true:.4f}   exp(-weighted loss) {guessed:.4f}")
# > p 0.0587   exp(-weighted loss) 0.0034
# > p 0.1154   exp(-weighted loss) 0.0133
# > p 0.0001   exp(-weighted loss) 0.0000
# --8<-- [end:weight-first]

# --8<-- [start:gradient]
for gamma in (0.5, 2.0):
    logits = torch.tensor([200.0], requires_grad=True)
    p = logits.sigmoid()  # exactly 1 in float32
    by_hand = -((1 - p) ** gamma) * p.log()
    (gradient,) = torch.autograd.grad(by_hand, logits)
    loss = binary_focal_loss(logits, torch.ones(1), gamma)
    (ours,) = torch.autograd.grad(loss, logits)
    print(f"{gamma=}   by hand {gradient.item()}   ours {abs(ours.item())}")
# > gamma=0.5   by hand nan   ours 0.0
# > gamma=2.0   by hand 0.0   ours 0.0
# --8<-- [end:gradient]

# --8<-- [start:shape]
try:
    binary_focal_loss(torch.zeros(4, 1), torch.ones(4))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: targets (4,) must have the shape of logits (4, 1)
try:
    focal_loss(torch.zeros(4, 3), torch.zeros(4, 1).long())
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: logits (4, 3) must be (batch, classes, *places) and targets (4, 1) (batch, *places)
# --8<-- [end:shape]
