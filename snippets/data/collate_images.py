# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2", "pillow>=11"]
#
# [tool.tbe]
# claims = ["err.collate-pil"]
# ///
"""default_collate does not know PIL images: turn them into tensors in the dataset."""

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader

# --8<-- [start:pil]
images = [Image.new("RGB", (4, 2), color) for color in ("red", "white")]
try:
    next(iter(DataLoader(images, batch_size=2)))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'PIL.Image.Image'>
# --8<-- [end:pil]


# --8<-- [start:tensors]
def to_tensor(image):
    # (channels, height, width)
    return torch.from_numpy(np.array(image)).permute(2, 0, 1) / 255


batch = next(iter(DataLoader([to_tensor(image) for image in images], batch_size=2)))
print(f"{batch.shape} {batch.dtype}, from {batch.min()} to {batch.max()}")
# > torch.Size([2, 3, 2, 4]) torch.float32, from 0.0 to 1.0
# --8<-- [end:tensors]

# --8<-- [start:modes]
Image.new("L", (4, 2)).save("gray.png")
Image.new("RGBA", (4, 2)).save("transparent.png")
for read in (np.array, lambda image: np.array(image.convert("RGB"))):
    shapes = [
        read(Image.open(name)).shape for name in ("gray.png", "transparent.png")
    ]
    print(f"(height, width, channels): {shapes}")
# > (height, width, channels): [(2, 4), (2, 4, 4)]
# > (height, width, channels): [(2, 4, 3), (2, 4, 3)]
# --8<-- [end:modes]
