# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""How to read a shape: brackets, from the outside in; one number is not a list of one."""

import torch

# --8<-- [start:brackets]
print(torch.tensor(5).shape)
# > torch.Size([])
print(torch.tensor([5]).shape)
# > torch.Size([1])
print(torch.tensor([[5]]).shape)
# > torch.Size([1, 1])
# --8<-- [end:brackets]

# --8<-- [start:outside-in]
batch = torch.zeros(16, 3, 28, 28)  # (batch, channels, height, width)
print(batch[0].shape)  # one picture
# > torch.Size([3, 28, 28])
print(batch[0][2].shape)  # its third channel
# > torch.Size([28, 28])
print(batch[0][2][5].shape)  # row 5 of that channel
# > torch.Size([28])
print(batch[0][2][5][7].shape)  # one number
# > torch.Size([])
# --8<-- [end:outside-in]

# --8<-- [start:vector]
weights = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]])  # (2, 3)
vector = torch.tensor([1.0, 2.0, 3.0])  # (3,)
print((weights @ vector).shape)
# > torch.Size([2])
print(vector[None].shape, vector[:, None].shape)  # a row, a column
# > torch.Size([1, 3]) torch.Size([3, 1])
print((vector[None] + vector[:, None]).shape)
# > torch.Size([3, 3])
# --8<-- [end:vector]
