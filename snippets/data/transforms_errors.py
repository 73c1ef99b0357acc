# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# [tool.tbe]
# claims = ["err.transform-not-composed", "err.normalize-uint8", "err.totensor-on-tensor", "err.conv-uint8"]
# ///
"""Errors of transforms, and the lines that mend them."""

import torch
from torch import nn
from torchvision import transforms
from torchvision.datasets import FakeData
from torchvision.transforms import v2

# --8<-- [start:list]
dataset = FakeData(size=4, image_size=(3, 8, 8), transform=[v2.ToImage()])
try:
    dataset[0]
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: 'list' object is not callable

dataset = FakeData(
    size=4, image_size=(3, 8, 8), transform=v2.Compose([v2.ToImage()])
)
print(list(dataset[0][0].shape))
# > [3, 8, 8]
# --8<-- [end:list]

# --8<-- [start:normalize]
image = torch.randint(0, 256, (3, 8, 8), dtype=torch.uint8)
half = [0.5, 0.5, 0.5]
try:
    v2.Compose([v2.Normalize(half, half), v2.ToDtype(torch.float32, scale=True)])(
        image
    )
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Input tensor should be a float tensor. Got torch.uint8.

right = v2.Compose(
    [v2.ToDtype(torch.float32, scale=True), v2.Normalize(half, half)]
)
print(f"{right(image).dtype=}")
# > right(image).dtype=torch.float32
# --8<-- [end:normalize]

# --8<-- [start:to-tensor]
try:
    transforms.ToTensor()(image)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>

values = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(image)
print(f"{values.dtype=} {values.max().item() <= 1=}")
# > values.dtype=torch.float32 values.max().item() <= 1=True
# --8<-- [end:to-tensor]

# --8<-- [start:conv]
for layer, inputs in (
    (nn.Conv2d(3, 8, 3), image[None]),
    (nn.Linear(192, 8), image.reshape(1, -1)),
):
    try:
        layer(inputs)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
    print(list(layer(v2.ToDtype(torch.float32, scale=True)(inputs)).shape))
# > RuntimeError: Input type (unsigned char) and bias type (float) should be the same
# > [1, 8, 6, 6]
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Byte and Float
# > [1, 8]
# --8<-- [end:conv]

# --8<-- [start:channels]
gray = v2.Grayscale()(image)  # (1, 8, 8)
three = v2.Normalize(half, half)(gray / 255)
print(f"1 channel in, 3 means: {list(three.shape)}, no error")
# > 1 channel in, 3 means: [3, 8, 8], no error
transparent = torch.rand(4, 8, 8)  # red, green, blue and transparency
for picture, mean in ((image / 255, [0.5, 0.5]), (transparent, half)):
    try:
        v2.Normalize(mean, mean)(picture)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0
# > RuntimeError: The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 0
# --8<-- [end:channels]

# --8<-- [start:deprecated]
old = v2.ToTensor()
# ! UserWarning: The transform `ToTensor()` is deprecated and will be removed in a future release. Instead, please use `v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])`.Output is equivalent up to float precision.
# --8<-- [end:deprecated]
