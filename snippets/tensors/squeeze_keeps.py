# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.squeeze-dim-removes", "tensor.squeeze-comment-shape"]
# ///
"""squeeze(dim) leaves a dimension alone whose size is not 1, and says nothing."""

import torch

# --8<-- [start:keeps]
b = torch.rand(4, 5, 5, 4)
print(b.squeeze(dim=2).shape)  # size 5: nothing happens, no error
# > torch.Size([4, 5, 5, 4])
print(torch.rand(4, 5, 1, 4).squeeze(dim=2).shape)  # size 1: removed
# > torch.Size([4, 5, 4])
# --8<-- [end:keeps]

# --8<-- [start:drop]
print(b[:, :, 0].shape)  # keep only the first of the five
# > torch.Size([4, 5, 4])
print(b.mean(dim=2).shape)  # or melt the five into one
# > torch.Size([4, 5, 4])
# --8<-- [end:drop]


# --8<-- [start:strict]
def squeeze_exactly(x, dim):
    if x.shape[dim] != 1:
        raise ValueError(f"dimension {dim} of {tuple(x.shape)} is not of size 1")
    return x.squeeze(dim)


try:
    squeeze_exactly(b, dim=2)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: dimension 2 of (4, 5, 5, 4) is not of size 1
# --8<-- [end:strict]

# --8<-- [start:two]
scores = torch.rand(8, 2, 6)  # a model with two outputs where one was meant
print(scores.squeeze(1).shape)  # still three dimensions
# > torch.Size([8, 2, 6])
# --8<-- [end:two]
