# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""How weight and pos_weight enter the mean."""

import torch
from torch import nn

# --8<-- [start:mean]
logits = torch.tensor([[2.0, 0.0], [2.0, 0.0], [2.0, 0.0]])  # (batch, classes)
targets = torch.tensor([0, 0, 1])
weight = torch.tensor([1.0, 9.0])

each = nn.CrossEntropyLoss(reduction="none")(logits, targets)
factors = weight[targets]
print("losses", each, "factors", factors)
# > losses tensor([0.1269, 0.1269, 2.1269]) factors tensor([1., 1., 9.])
by_sum = (each * factors).sum() / factors.sum()
by_count = (each * factors).mean()
loss = nn.CrossEntropyLoss(weight=weight)(logits, targets)
print(f"divided by the weights {by_sum:.3f}, by the samples {by_count:.3f}")
# > divided by the weights 1.763, by the samples 6.465
print(f"CrossEntropyLoss       {loss:.3f}")
# > CrossEntropyLoss       1.763
# --8<-- [end:mean]

# --8<-- [start:scale]
for factor in (1.0, 100.0):
    multi = nn.CrossEntropyLoss(weight=factor * weight)(logits, targets)
    binary = nn.BCEWithLogitsLoss(pos_weight=factor * weight[1])
    print(f"{factor=:5}  {multi:.3f}  {binary(logits[:, 0], targets.float()):.3f}")
# > factor=  1.0  1.763  1.799
# > factor=100.0  1.763  39.496
alone = nn.CrossEntropyLoss(weight=weight)(logits[2:], targets[2:])
print(f"a batch of one rare sample: {alone:.3f}, without weight {each[2]:.3f}")
# > a batch of one rare sample: 2.127, without weight 2.127
# --8<-- [end:scale]
