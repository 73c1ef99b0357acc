# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.softmax-dim-warning", "err.dim-out-of-range"]
# ///
"""softmax needs to know which dimension sums to 1."""

import torch
from torch.nn import functional as F

# --8<-- [start:dim]
logits = torch.tensor([[2.0, 1.0, 0.0], [3.0, 0.0, 0.0]])  # (batch, classes)

right = logits.softmax(dim=-1)
wrong = logits.softmax(dim=0)
print(f"{right.sum(dim=-1)=}, {right.argmax(dim=-1)=}")
# > right.sum(dim=-1)=tensor([1., 1.]), right.argmax(dim=-1)=tensor([0, 0])
print(f"{wrong.sum(dim=-1)=}, {wrong.argmax(dim=-1)=}")
# > wrong.sum(dim=-1)=tensor([1.5000, 1.5000]), wrong.argmax(dim=-1)=tensor([1, 0])
# --8<-- [end:dim]

# --8<-- [start:stable]
large = torch.tensor([1000.0, 999.0])
print(f"{large.exp() / large.exp().sum()=}")
# > large.exp() / large.exp().sum()=tensor([nan, nan])
print(f"{large.softmax(dim=-1)=}")
# > large.softmax(dim=-1)=tensor([0.7311, 0.2689])
print(f"{large.exp().sum().log()=}, {large.logsumexp(dim=-1)=}")
# > large.exp().sum().log()=tensor(inf), large.logsumexp(dim=-1)=tensor(1000.3132)
# --8<-- [end:stable]

# --8<-- [start:warning]
probabilities = F.softmax(logits)
# ! UserWarning: Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
print(f"{torch.equal(probabilities, F.softmax(logits, dim=-1))=}")
# > torch.equal(probabilities, F.softmax(logits, dim=-1))=True
# --8<-- [end:warning]

# --8<-- [start:out-of-range]
one = torch.tensor([2.0, 1.0, 0.0])  # (classes,), no batch
try:
    one.softmax(dim=1)
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)
print(f"{one.softmax(dim=-1)=}")
# > one.softmax(dim=-1)=tensor([0.6652, 0.2447, 0.0900])
print(f"{one.unsqueeze(0).softmax(dim=1).shape=}")
# > one.unsqueeze(0).softmax(dim=1).shape=torch.Size([1, 3])
# --8<-- [end:out-of-range]
