# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.loss-module-family"]
# ///
"""A loss is a module or a function, torch's and your own."""

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:module]
outputs = torch.tensor([0.0, 3.0])
targets = torch.zeros(2)

print(f"{issubclass(nn.MSELoss, nn.Module)=}")
# > issubclass(nn.MSELoss, nn.Module)=True
print(f"{nn.HuberLoss()(outputs, targets)=}")
# > nn.HuberLoss()(outputs, targets)=tensor(1.2500)
print(f"{F.huber_loss(outputs, targets)=}")
# > F.huber_loss(outputs, targets)=tensor(1.2500)
# --8<-- [end:module]

# --8<-- [start:weight]
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0]))
print(f"{list(criterion.parameters())=}")
# > list(criterion.parameters())=[]
print(f"{dict(criterion.named_buffers())=}")
# > dict(criterion.named_buffers())={'weight': tensor([1., 5.])}
adaptive = nn.AdaptiveLogSoftmaxWithLoss(64, 20, cutoffs=[5, 10])
print(f"{type(adaptive).__name__}: {len(list(adaptive.parameters()))} parameters")
# > AdaptiveLogSoftmaxWithLoss: 5 parameters
# --8<-- [end:weight]


# --8<-- [start:custom]
def asymmetric_loss(outputs, targets, under=3.0):
    """Squared error that makes guessing too low cost more."""
    errors = outputs - targets
    return (torch.where(errors < 0, under, 1.0) * errors**2).mean()


class AsymmetricLoss(nn.Module):
    def __init__(self, under=3.0):
        super().__init__()
        self.under = under

    def forward(self, outputs, targets):
        return asymmetric_loss(outputs, targets, self.under)


outputs = torch.tensor([1.0, 3.0], requires_grad=True)
targets = torch.tensor([2.0, 2.0])  # one guess too low, one too high
loss = AsymmetricLoss()(outputs, targets)
loss.backward()
print(f"{loss.item()=}   {outputs.grad=}")
# > loss.item()=2.0   outputs.grad=tensor([-3.,  1.])
# --8<-- [end:custom]
