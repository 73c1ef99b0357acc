# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.accumulation-stacks-loss"]
# ///
"""Adding up losses instead of gradients: the same gradient, but every graph stays alive."""

import torch
from torch import nn

# --8<-- [start:count]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
criterion = nn.MSELoss()
batches = [(torch.randn(16, 64), torch.randn(16, 1)) for _ in range(4)]


class Kept:
    """Counts the values of the tensors that graphs keep for backward()."""

    now = most = 0

    def __init__(self, tensor):
        self.tensor = tensor
        Kept.now += tensor.numel()
        Kept.most = max(Kept.most, Kept.now)

    def __del__(self):
        Kept.now -= self.tensor.numel()


saving = torch.autograd.graph.saved_tensors_hooks(Kept, lambda kept: kept.tensor)
# --8<-- [end:count]

# --8<-- [start:losses]
with saving:
    total = 0.0
    for inputs, targets in batches:
        total = total + criterion(model(inputs), targets) / 4
    print(f"kept before backward(): {Kept.now}")
    total.backward()
# > kept before backward(): 12672
summed = model[0].weight.grad.clone()
# --8<-- [end:losses]

# --8<-- [start:gradients]
del total
model.zero_grad()
Kept.now = Kept.most = 0
with saving:
    for inputs, targets in batches:
        loss = criterion(model(inputs), targets) / 4
        loss.backward()
        del loss
print(f"kept at most: {Kept.most}")
# > kept at most: 3168
print(f"same gradient: {torch.allclose(summed, model[0].weight.grad)}")
# > same gradient: True
# --8<-- [end:gradients]
