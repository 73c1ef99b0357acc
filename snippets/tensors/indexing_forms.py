# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The ways to index: the shape each gives, and whether it shares memory."""

import torch

# --8<-- [start:forms]
x = torch.arange(24).view(2, 3, 4)


def shares(tensor):
    return tensor.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()


forms = {
    "x[1]": x[1],
    "x[:, 1:]": x[:, 1:],
    "x[:, ::2]": x[:, ::2],
    "x[..., -1]": x[..., -1],
    "x[..., -1:]": x[..., -1:],
    "x[:, None]": x[:, None],
    "x[:, [0, 2]]": x[:, [0, 2]],
    "x[[0, 1], [2, 0]]": x[[0, 1], [2, 0]],
    "x[x > 20]": x[x > 20],
    "x.flip(0)": x.flip(0),
}
for name, tensor in forms.items():
    print(f"{name:18} {tuple(tensor.shape)!s:13} shares memory: {shares(tensor)}")
# > x[1]               (3, 4)        shares memory: True
# > x[:, 1:]           (2, 2, 4)     shares memory: True
# > x[:, ::2]          (2, 2, 4)     shares memory: True
# > x[..., -1]         (2, 3)        shares memory: True
# > x[..., -1:]        (2, 3, 1)     shares memory: True
# > x[:, None]         (2, 1, 3, 4)  shares memory: True
# > x[:, [0, 2]]       (2, 2, 4)     shares memory: False
# > x[[0, 1], [2, 0]]  (2, 4)        shares memory: False
# > x[x > 20]          (3,)          shares memory: False
# > x.flip(0)          (2, 3, 4)     shares memory: False
# --8<-- [end:forms]

# --8<-- [start:first]
print(x[1, 2, 3], x[1, 2, 3].item(), x[1][2][3].item())
# > tensor(23) 23 23
# --8<-- [end:first]
