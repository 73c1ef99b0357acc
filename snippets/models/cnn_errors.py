# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.conv-channels", "err.conv-dims"]
# ///
"""What a convolution says about channels and dimensions that do not fit."""

import torch
from torch import nn


def attempt(call, *args):
    try:
        print(tuple(call(*args).shape))
    except RuntimeError as error:
        print(error)


conv = nn.Conv2d(3, 8, 3)
# --8<-- [start:channels]
grey = torch.rand(4, 1, 28, 28)
attempt(conv, grey)
# > Given groups=1, weight of size [8, 3, 3, 3], expected input[4, 1, 28, 28] to have 3 channels, but got 1 channels instead
attempt(conv, grey.expand(-1, 3, -1, -1))  # the grey image as all three channels
# > (4, 8, 26, 26)
attempt(nn.Conv2d(1, 8, 3), grey)  # or a first layer for one channel
# > (4, 8, 26, 26)

rgba = torch.rand(4, 4, 28, 28)  # a PNG with transparency: the fourth is alpha
attempt(conv, rgba)
# > Given groups=1, weight of size [8, 3, 3, 3], expected input[4, 4, 28, 28] to have 3 channels, but got 4 channels instead
attempt(conv, rgba[:, :3])
# > (4, 8, 26, 26)

channels_last = torch.rand(4, 28, 28, 3)  # from NumPy, PIL or OpenCV
attempt(conv, channels_last)
# > Given groups=1, weight of size [8, 3, 3, 3], expected input[4, 28, 28, 3] to have 3 channels, but got 28 channels instead
attempt(conv, channels_last.permute(0, 3, 1, 2))
# > (4, 8, 26, 26)

stack = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(16, 32, 3))
attempt(stack, torch.rand(4, 3, 28, 28))  # 8 out, 16 in
# > Given groups=1, weight of size [32, 16, 3, 3], expected input[4, 8, 26, 26] to have 16 channels, but got 8 channels instead
attempt(conv, torch.rand(3, 28, 28))  # one image of three channels: allowed
# > (8, 26, 26)
attempt(conv, torch.rand(28, 28, 3))  # one image, channels last
# > Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 28, 28, 3] to have 3 channels, but got 28 channels instead
# --8<-- [end:channels]

# --8<-- [start:dims]
attempt(nn.Conv2d(1, 8, 3), torch.rand(28, 28))
# > Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [28, 28]
attempt(nn.Conv2d(1, 8, 3), torch.rand(28, 28)[None, None])
# > (1, 8, 26, 26)
attempt(nn.Conv2d(1, 8, 3), torch.rand(4, 784))  # flattened too early
# > Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [4, 784]
attempt(nn.Conv2d(1, 8, 3), torch.rand(4, 784).reshape(4, 1, 28, 28))
# > (4, 8, 26, 26)
attempt(nn.Conv2d(3, 8, 3), torch.rand(2, 16, 3, 28, 28))  # video: 5 dimensions
# > Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [2, 16, 3, 28, 28]
attempt(nn.Conv2d(3, 8, 3), torch.rand(2, 16, 3, 28, 28).flatten(0, 1))
# > (32, 8, 26, 26)
# --8<-- [end:dims]

# --8<-- [start:linear]
model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten(), nn.Linear(8 * 26 * 26, 10))
attempt(model, torch.rand(4, 3, 28, 28))
# > (4, 10)
attempt(model, torch.rand(4, 3, 32, 32))  # images of another size
# > addmm: mat1 and mat2 shapes cannot be multiplied (4x7200 and 5408x10)
# <= 2.14
# > mat1 and mat2 shapes cannot be multiplied (4x7200 and 5408x10)
# --8<-- [end:linear]
