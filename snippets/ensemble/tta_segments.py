# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A prediction with the shape of the image must be turned back before the mean."""

import torch

# --8<-- [start:back]
mask = torch.zeros(1, 1, 4, 4)
mask[..., 0] = 1.0  # the object is in the left column


def model(x):
    """Stands in for a segmentation: the mask moves with the image."""
    return x


views = [mask, mask.flip(3)]
out = [model(view) for view in views]
print("mean of what came out:", torch.stack(out).mean(0)[0, 0, 0].tolist())
# > mean of what came out: [0.5, 0.0, 0.0, 0.5]
back = [out[0], out[1].flip(3)]
print("turned back first:    ", torch.stack(back).mean(0)[0, 0, 0].tolist())
# > turned back first:     [1.0, 0.0, 0.0, 0.0]
# --8<-- [end:back]

# --8<-- [start:dim]
images = torch.arange(4.0).reshape(1, 1, 2, 2)  # (batch, channel, height, width)
print("flip(3), left and right:", images.flip(3)[0, 0].tolist())
# > flip(3), left and right: [[1.0, 0.0], [3.0, 2.0]]
print("flip(2), up and down:   ", images.flip(2)[0, 0].tolist())
# > flip(2), up and down:    [[2.0, 3.0], [0.0, 1.0]]
print("flip(0), the batch:     ", images.flip(0)[0, 0].tolist())
# > flip(0), the batch:      [[0.0, 1.0], [2.0, 3.0]]
# --8<-- [end:dim]

# --8<-- [start:errors]
try:
    images.flip(4)
except IndexError as error:
    print(error)
# > Dimension out of range (expected to be in range of [-4, 3], but got 4)
try:
    torch.stack([images, images[..., :1]])
except RuntimeError as error:
    print(error)
# > stack expects each tensor to be equal size, but got [1, 1, 2, 2] at entry 0 and [1, 1, 2, 1] at entry 1
# --8<-- [end:errors]
