# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""scatter is gather turned round: it writes to the places that the index names."""

import torch
import torch.nn.functional as F

# --8<-- [start:one-hot]
targets = torch.tensor([0, 2, 1])
one_hot = torch.zeros(3, 3).scatter(1, targets[:, None], 1.0)
print(one_hot)
# > tensor([[1., 0., 0.],
# >         [0., 0., 1.],
# >         [0., 1., 0.]])
print(torch.equal(one_hot, F.one_hot(targets).float()))
# > True
# --8<-- [end:one-hot]

# --8<-- [start:smooth]
smooth = torch.full((3, 3), 0.05).scatter(1, targets[:, None], 0.9)
print(smooth[0], smooth.gather(1, targets[:, None]).squeeze(1))
# > tensor([0.9000, 0.0500, 0.0500]) tensor([0.9000, 0.9000, 0.9000])
# --8<-- [end:smooth]

# --8<-- [start:sum]
amounts = torch.tensor([10.0, 20.0, 30.0, 60.0])
group = torch.tensor([0, 1, 1, 0])  # which group each amount belongs to
print(torch.zeros(2).scatter_add(0, group, amounts))
# > tensor([70., 50.])
print(torch.zeros(2).scatter_reduce(0, group, amounts, "mean", include_self=False))
# > tensor([35., 25.])
# --8<-- [end:sum]
