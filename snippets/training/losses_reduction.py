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
        bias_gradient = outputs.grad.sum(dim=0)[0].item()
        print(f"{len(outputs)} samples, {reduction:4}: {bias_gradient=:.4f}")
# > 4 samples, sum : bias_gradient=0.7616
# > 4 samples, mean: bias_gradient=0.1904
# > 8 samples, sum : bias_gradient=1.5232
# > 8 samples, mean: bias_gradient=0.1904
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
