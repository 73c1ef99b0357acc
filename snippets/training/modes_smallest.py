# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.train-mode"]
# ///
"""Dropout and BatchNorm in training mode and in evaluation mode."""

import torch
from torch import nn

# --8<-- [start:smallest]
torch.manual_seed(0)
dropout, norm = nn.Dropout(0.5), nn.BatchNorm1d(1)
ones, column = torch.ones(6), torch.tensor([[0.0], [10.0]])

print(f"train: {dropout(ones)=}")
# > train: dropout(ones)=tensor([0., 0., 2., 0., 0., 0.])
print(f"train: {norm(column).flatten()=}")
# > train: norm(column).flatten()=tensor([-1.0000,  1.0000], grad_fn=<ViewBackward0>)
dropout.eval()
norm.eval()
print(f"eval:  {dropout(ones)=}")
# > eval:  dropout(ones)=tensor([1., 1., 1., 1., 1., 1.])
print(f"eval:  {norm(column).flatten()=}")
# > eval:  norm(column).flatten()=tensor([-0.2058,  3.9111], grad_fn=<ViewBackward0>)
# --8<-- [end:smallest]

# --8<-- [start:answer]
model, loader = nn.Sequential(dropout, norm), [column]
for _ in range(2):  # epochs
    model.train()
    for inputs in loader:
        outputs = model(inputs)  # then loss, backward() and step()
    model.eval()
    with torch.no_grad():
        outputs = model(column)  # validation
# --8<-- [end:answer]
