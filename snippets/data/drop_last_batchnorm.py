# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.batchnorm-one"]
# ///
"""A last batch of one sample stops BatchNorm in training; drop_last removes it."""

import torch
from torch import nn
from torch.utils.data import DataLoader

# --8<-- [start:one]
model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
dataset = torch.randn(9, 4)  # 9 = 4 + 4 + 1


def train_epoch(loader):
    model.train()
    for inputs in loader:
        model(inputs)
        print(f"  batch of {len(inputs)}: done")


try:
    train_epoch(DataLoader(dataset, batch_size=4))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# >   batch of 4: done
# >   batch of 4: done
# > ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 3])
# --8<-- [end:one]

# --8<-- [start:one-is-enough]
for layer, shape in (
    (nn.BatchNorm1d(3), (1, 3)),
    (nn.BatchNorm2d(3), (1, 3, 1, 1)),  # pooled to one pixel
    (nn.BatchNorm1d(3), (1, 3, 5)),
    (nn.BatchNorm2d(3), (1, 3, 8, 8)),
):
    try:
        layer(torch.randn(shape))
        answer = "accepted"
    except ValueError as error:
        answer = type(error).__name__
    print(f"{type(layer).__name__} {shape}: {answer}")
# > BatchNorm1d (1, 3): ValueError
# > BatchNorm2d (1, 3, 1, 1): ValueError
# > BatchNorm1d (1, 3, 5): accepted
# > BatchNorm2d (1, 3, 8, 8): accepted
# --8<-- [end:one-is-enough]

# --8<-- [start:fixed]
train_epoch(DataLoader(dataset, batch_size=4, drop_last=True))
# >   batch of 4: done
# >   batch of 4: done

model.eval()  # running statistics instead of the batch's own: one sample is enough
print([tuple(model(inputs).shape) for inputs in DataLoader(dataset, batch_size=4)])
# > [(4, 3), (4, 3), (1, 3)]
# --8<-- [end:fixed]
