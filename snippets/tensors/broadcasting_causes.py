# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Sizes that do not match: a shortcut, a fixed batch size, a loss."""

import torch
from torch import nn

# --8<-- [start:causes]
images = torch.ones(4, 3, 8, 8)
smaller = nn.Conv2d(3, 3, kernel_size=3)  # makes 6 x 6 of 8 x 8
halving = nn.Conv2d(3, 3, kernel_size=3, stride=2, padding=1)
last = torch.ones(30, 1)  # the last batch; the others have 32
noise = torch.zeros(32, 1)
criterion = nn.MSELoss()
calls = {
    "shortcut": lambda: images + smaller(images),
    "stride": lambda: images + halving(images),
    "last batch": lambda: last + noise,
    "loss": lambda: criterion(torch.ones(32, 1), last),
}
for name, call in calls.items():
    try:
        call()
    except RuntimeError as error:
        print(f"{name:10} {type(error).__name__}: {error}")
# > shortcut   RuntimeError: The size of tensor a (8) must match the size of tensor b (6) at non-singleton dimension 3
# > stride     RuntimeError: The size of tensor a (8) must match the size of tensor b (4) at non-singleton dimension 3
# > last batch RuntimeError: The size of tensor a (30) must match the size of tensor b (32) at non-singleton dimension 0
# > loss       RuntimeError: The size of tensor a (32) must match the size of tensor b (30) at non-singleton dimension 0
# ! UserWarning: Using a target size (torch.Size([30, 1])) that is different to the input size (torch.Size([32, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
# --8<-- [end:causes]

# --8<-- [start:mended]
same = nn.Conv2d(3, 3, kernel_size=3, padding=1)
shortcut = nn.Conv2d(3, 3, kernel_size=1, stride=2)
print((images + same(images)).shape)
# > torch.Size([4, 3, 8, 8])
print((shortcut(images) + halving(images)).shape)
# > torch.Size([4, 3, 4, 4])
print((last + torch.zeros(len(last), 1)).shape)
# > torch.Size([30, 1])
# --8<-- [end:mended]
