# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Mean and softmax over rows of which only a part is real."""

import torch

# --8<-- [start:mean]
scores = torch.tensor([[0.9, 0.2, 0.6], [0.4, 0.0, 0.0]])  # the zeros are padding
lengths = torch.tensor([3, 1])
real = torch.arange(3) < lengths[:, None]  # (2, 3): where there is data
print(real)
# > tensor([[ True,  True,  True],
# >         [ True, False, False]])
print(scores.mean(dim=1))  # counts the padding
# > tensor([0.5667, 0.1333])
print((scores * real).sum(dim=1) / real.sum(dim=1))
# > tensor([0.5667, 0.4000])
# --8<-- [end:mean]

# --8<-- [start:softmax]
print(scores.softmax(dim=1)[1])  # the padding takes a share
# > tensor([0.4272, 0.2864, 0.2864])
print(scores.masked_fill(~real, float("-inf")).softmax(dim=1)[1])
# > tensor([1., 0., 0.])
# --8<-- [end:softmax]
