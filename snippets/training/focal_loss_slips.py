# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# [tool.tbe]
# ///
"""Focal loss written as (1 - exp(-loss)) ** gamma times the mean, and other slips."""

import torch
from torch import nn
from torch.nn import functional as F
from torchvision.ops import sigmoid_focal_loss

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

# --8<-- [start:no-module]
try:
    nn.FocalLoss()
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: module 'torch.nn' has no attribute 'FocalLoss'
# --8<-- [end:no-module]

# --8<-- [start:gather]
logits, targets = torch.randn(4, 3), torch.tensor([0, 1, 2, 0])
log_p = logits.log_softmax(dim=1)  # (batch, classes)
try:
    log_p.gather(1, targets)  # (batch,)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Index tensor must have the same number of dimensions as input tensor
log_pt = log_p.gather(1, targets.unsqueeze(1)).squeeze(1)  # (batch, 1) -> (batch,)
loss = -((1 - log_pt.exp()) ** 2 * log_pt).mean()
print(f"fixed: {loss:.4f}   focal_loss: {focal_loss(logits, targets):.4f}")
# > fixed: 2.1499   focal_loss: 2.1499
# --8<-- [end:gather]

# --8<-- [start:torchvision]
logits.requires_grad_()
one_hot = F.one_hot(targets, num_classes=3)  # (batch, classes) int64
for name, labels in (("indices", targets), ("int64 one-hot", one_hot)):
    try:
        sigmoid_focal_loss(logits, labels)
    except (ValueError, RuntimeError) as error:
        print(f"{name}: {type(error).__name__}: {error}")
# > indices: ValueError: Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 3]))
# > int64 one-hot: RuntimeError: result type Float can't be cast to the desired output type Long
try:
    sigmoid_focal_loss(logits, one_hot.float()).backward()
except RuntimeError as error:
    print(f"no reduction: {type(error).__name__}: {error}")
# > no reduction: RuntimeError: grad can be implicitly created only for scalar outputs
loss = sigmoid_focal_loss(logits, one_hot.float(), alpha=-1, reduction="mean")
loss.backward()
print(f"fixed: {loss:.4f}")
# > fixed: 0.5956
# --8<-- [end:torchvision]
