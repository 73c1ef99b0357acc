# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Where unsqueeze puts the new dimension, None as its short form, keepdim as its replacement."""

import torch

# --8<-- [start:places]
x = torch.rand(3, 5)
for dim in (0, 1, 2, -1, -2):
    print(f"{dim:2}", tuple(x.unsqueeze(dim).shape))
# >  0 (1, 3, 5)
# >  1 (3, 1, 5)
# >  2 (3, 5, 1)
# > -1 (3, 5, 1)
# > -2 (3, 1, 5)

print(x[None].shape, x[:, None].shape, x[..., None].shape)  # dims 0, 1 and -1
# > torch.Size([1, 3, 5]) torch.Size([3, 1, 5]) torch.Size([3, 5, 1])
# --8<-- [end:places]

# --8<-- [start:batch]
image = torch.rand(3, 8, 8)  # (channels, height, width)
norm = torch.nn.BatchNorm2d(3).eval()
print(norm(image.unsqueeze(0)).squeeze(0).shape)  # a batch of one, and back
# > torch.Size([3, 8, 8])
# --8<-- [end:batch]

# --8<-- [start:broadcast]
lengths = torch.tensor([3, 1])
print(torch.arange(4) < lengths[:, None])  # (4,) against (2, 1): a mask (2, 4)
# > tensor([[ True,  True,  True, False],
# >         [ True, False, False, False]])
# --8<-- [end:broadcast]

# --8<-- [start:keepdim]
table = torch.tensor([[1.0, 3.0], [2.0, 6.0]])
print(table / table.sum(dim=1).unsqueeze(1))  # each row sums to 1
# > tensor([[0.2500, 0.7500],
# >         [0.2500, 0.7500]])
print(table / table.sum(dim=1, keepdim=True))  # the same
# > tensor([[0.2500, 0.7500],
# >         [0.2500, 0.7500]])
# --8<-- [end:keepdim]
