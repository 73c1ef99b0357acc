# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.label-smoothing-numbers", "train.label-smoothing-soft"]
# ///
"""Label smoothing by torch, by soft targets and from scratch; and which numbers the targets hold."""

import torch
from torch import nn
from torch.nn import functional as F

from torchbyexample.losses import label_smoothing_cross_entropy, smooth_labels

# --8<-- [start:smallest]
torch.manual_seed(0)
logits = torch.randn(3, 5)  # (batch, classes)
targets = torch.tensor([1, 0, 4])  # class indices, as always

soft = smooth_labels(targets, classes=5, smoothing=0.1)
print(soft[0], soft[0].sum())
# > tensor([0.0200, 0.9200, 0.0200, 0.0200, 0.0200]) tensor(1.0000)

smoothed = nn.CrossEntropyLoss(label_smoothing=0.1)
print(f"label_smoothing  {smoothed(logits, targets):.6f}")
# > label_smoothing  2.652771
print(f"soft targets     {nn.CrossEntropyLoss()(logits, soft):.6f}")
# > soft targets     2.652771
print(f"from scratch     {label_smoothing_cross_entropy(logits, targets, 0.1):.6f}")
# > from scratch     2.652771
# --8<-- [end:smallest]

# --8<-- [start:inline]
e, classes = 0.1, 5
by_hand = F.one_hot(targets, classes) * (1 - e) + e / classes
print(f"{torch.equal(by_hand, soft)=}")
# > torch.equal(by_hand, soft)=True
# --8<-- [end:inline]

# --8<-- [start:answer]
criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
# --8<-- [end:answer]

# --8<-- [start:variants]
classes, smoothing = 5, 0.1
all_share = smoothing / classes  # torch: every class gets a share
others_share = smoothing / (classes - 1)  # the other classes only
print(f"torch: true {1 - smoothing + all_share:.3f}, others {all_share:.3f}")
# > torch: true 0.920, others 0.020
print(f"other: true {1 - smoothing:.3f}, others {others_share:.3f}")
# > other: true 0.900, others 0.025
for e in (0.1, 0.125):
    print(e, smooth_labels(torch.tensor([1]), classes, e)[0])
# > 0.1 tensor([0.0200, 0.9200, 0.0200, 0.0200, 0.0200])
# > 0.125 tensor([0.0250, 0.9000, 0.0250, 0.0250, 0.0250])
# --8<-- [end:variants]

# --8<-- [start:gradient]
logits = torch.tensor([[0.0, 4.0, 0.0, 0.0, 0.0]], requires_grad=True)
smoothed(logits, torch.tensor([1])).backward()
print(f"probability - soft target {logits.softmax(dim=1).detach() - soft[0]}")
# > probability - soft target tensor([[-0.0029,  0.0117, -0.0029, -0.0029, -0.0029]])
print(f"gradient                  {logits.grad}")
# > gradient                  tensor([[-0.0029,  0.0117, -0.0029, -0.0029, -0.0029]])
# --8<-- [end:gradient]
