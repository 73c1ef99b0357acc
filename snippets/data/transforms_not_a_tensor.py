# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "numpy>=2", "pillow>=11"]
# ///
"""A picture that is not yet a tensor, and an array that is neither picture nor tensor."""

import numpy as np
import torch
from PIL import Image
from torchvision import transforms
from torchvision.transforms import v2

# --8<-- [start:normalize]
picture = Image.new("RGB", (8, 8))
half = [0.5, 0.5, 0.5]
for old_or_new in (transforms, v2):
    try:
        old_or_new.Normalize(half, half)(picture)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: img should be Tensor Image. Got <class 'PIL.Image.Image'>
# > TypeError: Normalize() does not support PIL images.
steps = [
    v2.ToImage(),
    v2.ToDtype(torch.float32, scale=True),
    v2.Normalize(half, half),
]
print(f"{v2.Compose(steps)(picture).shape=}")
# > v2.Compose(steps)(picture).shape=torch.Size([3, 8, 8])
# --8<-- [end:normalize]

# --8<-- [start:array]
array = np.zeros((8, 8, 3), dtype=np.uint8)  # as OpenCV reads a file
for transform in (transforms.RandomHorizontalFlip(1.0), transforms.Resize(4)):
    try:
        transform(array)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: img should be PIL Image. Got <class 'numpy.ndarray'>
# > TypeError: Unexpected type <class 'numpy.ndarray'>
print(f"{v2.Resize(4)(array).shape=}")  # no error, and not resized
# > v2.Resize(4)(array).shape=(8, 8, 3)
image = v2.ToImage()(array)
print(f"{v2.Resize(4)(image).shape=} {transforms.Resize(4)(image).shape=}")
# > v2.Resize(4)(image).shape=torch.Size([3, 4, 4]) transforms.Resize(4)(image).shape=torch.Size([3, 4, 4])
# --8<-- [end:array]
