# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.loss-criterion", "train.loss-computes-error"]
# ///
"""Cross-entropy of one sample, by the criterion and by hand, and what goes backward from it."""

import torch
from torch import nn

# --8<-- [start:smallest]
criterion = nn.CrossEntropyLoss()  # the loss function

logits = torch.tensor([[2.0, 0.0, 0.0]])  # (batch=1, classes=3)
targets = torch.tensor([0])  # (batch=1,)
loss = criterion(logits, targets)  # the loss: one number
print(f"{loss.item()=:.4f}   {loss.shape=}")
# > loss.item()=0.2395   loss.shape=torch.Size([])
# --8<-- [end:smallest]

# --8<-- [start:by-hand]
probabilities = logits.softmax(dim=1)
print(f"{probabilities=}")
# > probabilities=tensor([[0.7870, 0.1065, 0.1065]])
print(f"{-probabilities[0, 0].log().item()=:.4f}")
# > -probabilities[0, 0].log().item()=0.2395
# --8<-- [end:by-hand]

# --8<-- [start:backward]
logits = torch.tensor([[2.0, 0.0, 0.0]], requires_grad=True)
criterion(logits, targets).backward()
print(f"{logits.grad=}")
# > logits.grad=tensor([[-0.2130,  0.1065,  0.1065]])

outputs = torch.tensor([1.0, 2.0], requires_grad=True)
loss = nn.MSELoss()(outputs, torch.tensor([0.0, 0.0]))
loss.backward()
print(f"{loss.item()=}   {outputs.grad=}")
# > loss.item()=2.5   outputs.grad=tensor([1., 2.])
# --8<-- [end:backward]

# --8<-- [start:answer]
criterion = nn.CrossEntropyLoss()
logits = torch.randn(8, 3)  # (batch, classes), straight from the last Linear
targets = torch.randint(3, (8,))  # (batch,): class indices, int64
loss = criterion(logits, targets)
# --8<-- [end:answer]
