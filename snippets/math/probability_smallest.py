# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The loss of a classifier is minus the mean log-probability of the labels."""

import torch
from torch.nn import functional as F

# --8<-- [start:answer]
logits = torch.tensor([[2.0, 1.0, 0.1], [-1.0, 3.0, 2.5]])  # (batch, classes)
targets = torch.tensor([0, 2])  # what was seen

p = logits.softmax(dim=1)  # p(class | sample)
of_labels = p[torch.arange(2), targets]  # what the model gave to what was seen
loss = -of_labels.log().mean()

print(f"{of_labels=}")
# > of_labels=tensor([0.6590, 0.3733])
print(f"{loss.item()=:.4f}")
# > loss.item()=0.7012
print(f"{F.cross_entropy(logits, targets).item()=:.4f}")
# > F.cross_entropy(logits, targets).item()=0.7012
# --8<-- [end:answer]
