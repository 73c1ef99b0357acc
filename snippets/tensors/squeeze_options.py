# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Every way to take a dimension of size 1 out or to put one in."""

import torch

# --8<-- [start:options]
x = torch.rand(1, 4, 1, 1)
calls = {
    "squeeze()": x.squeeze(),
    "squeeze(-1)": x.squeeze(-1),
    "squeeze((2, 3))": x.squeeze((2, 3)),
    "flatten(1)": x.flatten(1),
    "[..., 0]": x[..., 0],
    "unsqueeze(1)": x.unsqueeze(1),
    "[:, None]": x[:, None],
    "sum(1)": x.sum(1),
    "sum(1, keepdim=True)": x.sum(1, keepdim=True),
}
for name, tensor in calls.items():
    print(f"{name:20} {tuple(tensor.shape)}")
# > squeeze()            (4,)
# > squeeze(-1)          (1, 4, 1)
# > squeeze((2, 3))      (1, 4)
# > flatten(1)           (1, 4)
# > [..., 0]             (1, 4, 1)
# > unsqueeze(1)         (1, 1, 4, 1, 1)
# > [:, None]            (1, 1, 4, 1, 1)
# > sum(1)               (1, 1, 1)
# > sum(1, keepdim=True) (1, 1, 1, 1)
# --8<-- [end:options]
