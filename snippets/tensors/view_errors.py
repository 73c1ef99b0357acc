# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pillow>=11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.view-invalid-size", "err.view-not-contiguous", "err.permute-dims", "err.image-permute-show"]
# ///
"""The errors of view(), permute() and of an image whose channels stand in front."""

import torch
from PIL import Image

# --8<-- [start:size]
batch = torch.rand(5, 3, 8, 8)  # (batch, channels, height, width)
for shape in ((4, 192), (5, 3 * 28 * 28)):  # sizes written by hand
    try:
        batch.view(shape)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: shape '[4, 192]' is invalid for input of size 960
# > RuntimeError: shape '[5, 2352]' is invalid for input of size 960
# --8<-- [end:size]

# --8<-- [start:size-fixed]
print(batch.view(len(batch), -1).shape)  # -1: work it out
# > torch.Size([5, 192])
print(batch.flatten(1).shape)  # the same, and reads better
# > torch.Size([5, 192])
# --8<-- [end:size-fixed]

# --8<-- [start:silent]
print(batch.view(-1, 96).shape)  # 5 images became 10 rows: -1 hides the mistake
# > torch.Size([10, 96])
# --8<-- [end:silent]

# --8<-- [start:contiguous]
not_contiguous = {
    "permute": batch.permute(0, 2, 3, 1),
    "columns": batch[:, :, :, 1:],
    "channels_last": batch.to(memory_format=torch.channels_last),
}
for name, tensor in not_contiguous.items():
    try:
        tensor.view(5, -1)
    except RuntimeError as error:
        print(f"{name}: {type(error).__name__}: {error}")
# > permute: RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
# > columns: RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
# > channels_last: RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.

print(batch.permute(0, 2, 3, 1).reshape(5, -1).shape)
# > torch.Size([5, 192])
# --8<-- [end:contiguous]

# --8<-- [start:permute]
image = batch[0]  # (channels, height, width): no batch dimension
try:
    image.permute(0, 2, 3, 1)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 3 is not equal to len(dims) = 4

print(image.permute(1, 2, 0).shape, image.movedim(-3, -1).shape)
# > torch.Size([8, 8, 3]) torch.Size([8, 8, 3])
# --8<-- [end:permute]

# --8<-- [start:image]
pixels = (image * 255).to(torch.uint8)
try:
    Image.fromarray(pixels.numpy())
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Cannot handle this data type: (1, 1, 8), |u1

print(Image.fromarray(pixels.permute(1, 2, 0).numpy()).size)
# > (8, 8)
# --8<-- [end:image]
