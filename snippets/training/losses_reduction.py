# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""What reduction, weight, ignore_index and pos_weight do to the same four samples."""

import torch
from torch import nn

# --8<-- [start:reduction]
logits = torch.tensor([[2.0, 0.0], [2.0, 0.0], [2.0, 0.0], [0.0, 2.0]])
targets = torch.tensor([0, 0, 1, 1])  # the third one is wrong

for reduction in ("none", "sum", "mean"):
    loss = nn.CrossEntropyLoss(reduction=reduction)(logits, targets)
    print(f"{reduction:5} {loss!r}")
# > none  tensor([0.1269, 0.1269, 2.1269, 0.1269])
# > sum   tensor(2.5077)
# > mean  tensor(0.6269)
# --8<-- [end:reduction]

# --8<-- [start:gradient]
for copies in (1, 2):
    for reduction in ("sum", "mean"):
        outputs = logits.repeat(copies, 1).requires_grad_()
        criterion = nn.CrossEntropyLoss(reduction=reduction)
        criterion(outputs, targets.repeat(copies)).backward()
        gradient = outputs.grad.sum(dim=0)[0].item()  # of the first bias
        print(f"{len(outputs)} samples, {reduction:4}: {gradient=:.4f}")
# > 4 samples, sum : gradient=0.7616
# > 4 samples, mean: gradient=0.1904
# > 8 samples, sum : gradient=1.5232
# > 8 samples, mean: gradient=0.1904
# --8<-- [end:gradient]

# --8<-- [start:options]
weight = torch.tensor([1.0, 3.0])  # class 1 counts three times
each = nn.CrossEntropyLoss(weight=weight, reduction="none")(logits, targets)
print(f"{each=}")
# > each=tensor([0.1269, 0.1269, 6.3808, 0.3808])
mean = nn.CrossEntropyLoss(weight=weight)(logits, targets)
print(f"{mean=:.4f}   {each.sum() / weight[targets].sum()=:.4f}")
# > mean=0.8769   each.sum() / weight[targets].sum()=0.8769

ignoring = torch.tensor([0, 0, -100, 1])  # leave the third sample out
print(f"{nn.CrossEntropyLoss()(logits, ignoring)=:.4f}")
# > nn.CrossEntropyLoss()(logits, ignoring)=0.1269

yes = torch.ones(4)
criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(5.0), reduction="none")
print(f"{criterion(torch.zeros(4), yes)=}")
# > criterion(torch.zeros(4), yes)=tensor([3.4657, 3.4657, 3.4657, 3.4657])
print(f"{criterion(torch.zeros(4), 1 - yes)=}")
# > criterion(torch.zeros(4), 1 - yes)=tensor([0.6931, 0.6931, 0.6931, 0.6931])
# --8<-- [end:options]

# --8<-- [start:none]
for criterion, targets in (
    (nn.CrossEntropyLoss(reduction="none"), torch.tensor([0, 0, 1, 1])),
    (nn.BCEWithLogitsLoss(reduction="none"), torch.zeros(4, 2)),
    (nn.MSELoss(reduction="none"), torch.zeros(4, 2)),
):
    shape = tuple(criterion(logits, targets).shape)
    print(f"{type(criterion).__name__}: {tuple(logits.shape)} -> {shape}")
# > CrossEntropyLoss: (4, 2) -> (4,)
# > BCEWithLogitsLoss: (4, 2) -> (4, 2)
# > MSELoss: (4, 2) -> (4, 2)
# --8<-- [end:none]

# --8<-- [start:from-counts]
labels = torch.tensor([0] * 90 + [1] * 8 + [2] * 2)
counts = torch.bincount(labels, minlength=3)
weight = len(labels) / (len(counts) * counts)  # rare classes get more
print(f"{weight=}")
# > weight=tensor([ 0.3704,  4.1667, 16.6667])
criterion = nn.CrossEntropyLoss(weight=weight)

labels = torch.tensor([0.0] * 95 + [1.0] * 5)  # binary
pos_weight = (labels == 0).sum() / (labels == 1).sum()  # negatives / positives
print(f"{pos_weight=}")
# > pos_weight=tensor(19.)
criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
# --8<-- [end:from-counts]
