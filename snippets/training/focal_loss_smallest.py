# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# [tool.tbe]
# claims = ["train.focal-loss"]
# ///
"""Focal loss shrinks what the model finds easy; beside it torchvision's own."""

import torch
from torch.nn import functional as F
from torchvision.ops import sigmoid_focal_loss

from torchbyexample.losses import binary_focal_loss

# --8<-- [start:smallest]
probabilities = torch.tensor([0.9, 0.5, 0.1])  # of the true class
logits, targets = probabilities.logit(), torch.ones(3)

plain = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
focal = binary_focal_loss(logits, targets, gamma=2.0, reduction="none")
for row in zip(probabilities, plain, focal, focal / plain, strict=True):
    print("p {:.1f}   plain {:.4f}   focal {:.4f}   factor {:.2f}".format(*row))
# > p 0.9   plain 0.1054   focal 0.0011   factor 0.01
# > p 0.5   plain 0.6931   focal 0.1733   factor 0.25
# > p 0.1   plain 2.3026   focal 1.8651   factor 0.81
# --8<-- [end:smallest]

# --8<-- [start:torchvision]
torch.manual_seed(0)
logits = 3 * torch.randn(1000)
targets = torch.randint(2, (1000,)).float()
for gamma, alpha in ((0.0, None), (2.0, None), (2.0, 0.25), (5.0, 0.9)):
    ours = binary_focal_loss(logits, targets, gamma, alpha)
    theirs = sigmoid_focal_loss(
        logits,
        targets,
        gamma=gamma,
        alpha=-1 if alpha is None else alpha,  # -1 means none
        reduction="mean",
    )
    print(f"{gamma=} {alpha=!s:5} ours {ours:.6f}   torchvision {theirs:.6f}")
# > gamma=0.0 alpha=None  ours 1.290352   torchvision 1.290352
# > gamma=2.0 alpha=None  ours 1.011686   torchvision 1.011686
# > gamma=2.0 alpha=0.25  ours 0.512293   torchvision 0.512293
# > gamma=5.0 alpha=0.9   ours 0.408375   torchvision 0.408375
# --8<-- [end:torchvision]

# --8<-- [start:defaults]
print(f"ours           {binary_focal_loss(logits, targets):.4f}")
# > ours           1.0117
print(f"torchvision    {sigmoid_focal_loss(logits, targets).shape}")
# > torchvision    torch.Size([1000])
print(f"  with mean    {sigmoid_focal_loss(logits, targets, reduction='mean'):.4f}")
# >   with mean    0.5123
print(f"ours, alpha    {binary_focal_loss(logits, targets, alpha=0.25):.4f}")
# > ours, alpha    0.5123
# --8<-- [end:defaults]
