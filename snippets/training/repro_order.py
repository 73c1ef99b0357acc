# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.seed-everything-workers"]
# ///
"""One generator for everything: whatever draws first changes what comes after."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(torch.arange(8))

# --8<-- [start:answer]
torch.manual_seed(0)  # initial weights, Dropout, all that has no generator
generator = torch.Generator().manual_seed(1)  # for the shuffling alone
loader = DataLoader(dataset, batch_size=4, shuffle=True, generator=generator)
# --8<-- [end:answer]
print([batch.tolist() for (batch,) in loader])
# > [[4, 0, 3, 6], [7, 1, 5, 2]]


# --8<-- [start:one-generator]
def order(before, generator=None):
    torch.manual_seed(0)
    before()
    loader = DataLoader(range(8), shuffle=True, generator=generator)
    return [index.item() for index in loader]


print(f"nothing before:    {order(lambda: None)}")
# > nothing before:    [2, 0, 5, 3, 1, 4, 7, 6]
print(f"the same again:    {order(lambda: None)}")
# > the same again:    [2, 0, 5, 3, 1, 4, 7, 6]
print(f"one more layer:    {order(lambda: nn.Linear(2, 2))}")
# > one more layer:    [6, 1, 3, 4, 7, 0, 5, 2]
print(f"one number drawn:  {order(lambda: torch.rand(1))}")
# > one number drawn:  [3, 5, 1, 6, 7, 4, 0, 2]
print(f"a loader, no draw: {order(lambda: next(iter(DataLoader([0]))))}")
# > a loader, no draw: [7, 2, 0, 5, 3, 4, 6, 1]
# --8<-- [end:one-generator]

# --8<-- [start:own-generator]
for before in (lambda: None, lambda: nn.Linear(2, 2), lambda: torch.rand(1)):
    print(order(before, torch.Generator().manual_seed(1)))
# > [4, 0, 3, 6, 7, 1, 5, 2]
# > [4, 0, 3, 6, 7, 1, 5, 2]
# > [4, 0, 3, 6, 7, 1, 5, 2]
# --8<-- [end:own-generator]

# --8<-- [start:epochs]
generator = torch.Generator().manual_seed(1)
loader = DataLoader(range(8), shuffle=True, generator=generator)
for epoch in range(2):
    print(f"epoch {epoch}: {[index.item() for index in loader]}")
# > epoch 0: [4, 0, 3, 6, 7, 1, 5, 2]
# > epoch 1: [2, 0, 1, 6, 3, 4, 7, 5]
generator.manual_seed(1)
print(f"again:   {[index.item() for index in loader]}")
# > again:   [4, 0, 3, 6, 7, 1, 5, 2]
# --8<-- [end:epochs]
