# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The calls that change a shape, on one batch of images."""

import torch

# --8<-- [start:options]
batch = torch.arange(2 * 3 * 4 * 4).view(
    2, 3, 4, 4
)  # (batch, channels, height, width)


def shares(tensor):
    return tensor.untyped_storage().data_ptr() == batch.untyped_storage().data_ptr()


calls = {
    "view(2, -1)": batch.view(2, -1),
    "reshape(2, -1)": batch.reshape(2, -1),
    "flatten(1)": batch.flatten(1),
    "unflatten(1, (3, 1))": batch.unflatten(1, (3, 1)),
    "transpose(1, 2)": batch.transpose(1, 2),
    "permute(0, 2, 3, 1)": batch.permute(0, 2, 3, 1),
    "movedim(1, -1)": batch.movedim(1, -1),
    "mT": batch.mT,
    "mT.contiguous()": batch.mT.contiguous(),
    "mT.flatten(1)": batch.mT.flatten(1),
}
for name, tensor in calls.items():
    print(f"{name:20} {tuple(tensor.shape)!s:16} shares memory: {shares(tensor)}")
# > view(2, -1)          (2, 48)          shares memory: True
# > reshape(2, -1)       (2, 48)          shares memory: True
# > flatten(1)           (2, 48)          shares memory: True
# > unflatten(1, (3, 1)) (2, 3, 1, 4, 4)  shares memory: True
# > transpose(1, 2)      (2, 4, 3, 4)     shares memory: True
# > permute(0, 2, 3, 1)  (2, 4, 4, 3)     shares memory: True
# > movedim(1, -1)       (2, 4, 4, 3)     shares memory: True
# > mT                   (2, 3, 4, 4)     shares memory: True
# > mT.contiguous()      (2, 3, 4, 4)     shares memory: False
# > mT.flatten(1)        (2, 48)          shares memory: False
# --8<-- [end:options]
