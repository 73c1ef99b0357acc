# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "numpy>=2"]
# ///
"""An array as OpenCV reads it: height, width, and the channels as blue, green, red."""

import numpy as np
import torch
from torchvision.transforms import v2

# --8<-- [start:bgr]
bgr = np.zeros((4, 6, 3), dtype=np.uint8)  # (height, width, channels)
bgr[..., 2] = 255  # what OpenCV calls red
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
print(
    f"as it is: red {to_tensor(bgr)[0].max():.0f}, blue {to_tensor(bgr)[2].max():.0f}"
)
# > as it is: red 0, blue 1
rgb = bgr[..., ::-1]  # the channels backwards: a view
try:
    to_tensor(rgb)
except ValueError as error:
    print(f"{type(error).__name__}: {str(error).partition(' (')[0]}")
# > ValueError: At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported.
rgb = bgr[..., ::-1].copy()
print(
    f"turned round: red {to_tensor(rgb)[0].max():.0f}, blue {to_tensor(rgb)[2].max():.0f}"
)
# > turned round: red 1, blue 0
# --8<-- [end:bgr]
