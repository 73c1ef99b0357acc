# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.drop-last"]
# ///
"""The mean of batch means is wrong when the last batch is short, and drop_last does not mend it: weights do."""

import torch
from torch import nn
from torch.utils.data import DataLoader

# --8<-- [start:means]
criterion = nn.L1Loss()  # a mean over the batch
losses = torch.arange(10.0)  # sample n has a loss of n: the true mean is 4.5

for drop_last in (False, True):
    loader = DataLoader(losses, batch_size=4, drop_last=drop_last)
    means = [criterion(batch, torch.zeros_like(batch)).item() for batch in loader]
    print(
        f"drop_last={drop_last}: batch means {means}, their mean {sum(means) / len(means):.4f}"
    )
# > drop_last=False: batch means [1.5, 5.5, 8.5], their mean 5.1667
# > drop_last=True: batch means [1.5, 5.5], their mean 3.5000
# --8<-- [end:means]

# --8<-- [start:weighted]
total, count = 0.0, 0
for batch in DataLoader(losses, batch_size=4):
    loss = criterion(batch, torch.zeros_like(batch))
    total += loss.item() * len(batch)  # a mean times its count is a sum
    count += len(batch)
print(
    f"weighted: {total / count:.4f} over {count} samples, truth {losses.mean().item():.4f}"
)
# > weighted: 4.5000 over 10 samples, truth 4.5000
# --8<-- [end:weighted]

# --8<-- [start:step]
for drop_last in (False, True):
    # one for each sample: its gradient is that sample's weight
    weight = torch.zeros(10, requires_grad=True)
    for indices in DataLoader(range(10), batch_size=4, drop_last=drop_last):
        weight[indices].mean().backward()
    print(
        f"drop_last={drop_last}: weight of samples 0, 7, 8 and 9: {weight.grad[[0, 7, 8, 9]].tolist()}"
    )
# > drop_last=False: weight of samples 0, 7, 8 and 9: [0.25, 0.25, 0.5, 0.5]
# > drop_last=True: weight of samples 0, 7, 8 and 9: [0.25, 0.25, 0.0, 0.0]
# --8<-- [end:step]
