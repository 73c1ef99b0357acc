# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.mm-no-broadcast", "tensor.matmul-broadcast-silent"]
# ///
"""mm and bmm refuse what matmul broadcasts, so they find a dimension that should not be there."""

import torch

# --8<-- [start:silent]
users = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])  # (batch, features)
items = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])  # each user's own item

right = torch.bmm(users[:, None, :], items[:, :, None])  # (3, 1, 2) @ (3, 2, 1)
print(right.shape, right.mean())
# > torch.Size([3, 1, 1]) tensor(1.3333)

wrong = users[:, None, None, :] @ items[:, :, None]  # one None too many
print(wrong.shape, wrong.mean())  # every user with every item
# > torch.Size([3, 3, 1, 1]) tensor(0.8889)
# --8<-- [end:silent]

# --8<-- [start:strict]
calls = {
    "bmm": lambda: torch.bmm(users[:, None, None, :], items[:, :, None]),
    "mm ": lambda: torch.mm(users[:, None, :], items.mT),
}
for name, call in calls.items():
    try:
        call()
    except RuntimeError as error:
        print(f"{name} {type(error).__name__}: {error}")
# > bmm RuntimeError: batch1 must be a 3D tensor
# > mm  RuntimeError: mm: self must be a matrix, got 3-D tensor
# <= 2.14
# > bmm RuntimeError: batch1 must be a 3D tensor
# > mm  RuntimeError: self must be a matrix
# --8<-- [end:strict]

# --8<-- [start:no-broadcast]
one = items[:1, :, None]  # (1, 2, 1): one item for all
print((users[:, None, :] @ one).shape)
# > torch.Size([3, 1, 1])
try:
    torch.bmm(users[:, None, :], one)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [3, 2] but got: [1, 2].
# --8<-- [end:no-broadcast]
