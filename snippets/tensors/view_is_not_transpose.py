# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["mis.reshape-is-transpose"]
# figures = ["view_is_not_transpose.svg"]
# ///
"""view() cuts the same sequence of numbers anew, transpose and permute swap axes."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:numbers]
x = torch.arange(6).view(2, 3)
print(x.view(3, 2).tolist())
# > [[0, 1], [2, 3], [4, 5]]
print(x.t().tolist())
# > [[0, 3], [1, 4], [2, 5]]
# --8<-- [end:numbers]

# --8<-- [start:image]
image = torch.zeros(24, 24, 3)  # (height, width, channels), as an image file has it
image[4:20, 4:20, 0] = 1  # a red square
image[9:15, 9:15] = torch.tensor([1.0, 1.0, 0.0])  # with a yellow middle

wrong = image.view(3, 24, 24)  # the shape a model wants, and no error
right = image.permute(2, 0, 1)  # (channels, height, width)
print(wrong.shape == right.shape)
# > True
print("mean of each channel, view:   ", [f"{m:.3f}" for m in wrong.mean((1, 2))])
# > mean of each channel, view:    ['0.111', '0.285', '0.111']
print("mean of each channel, permute:", [f"{m:.3f}" for m in right.mean((1, 2))])
# > mean of each channel, permute: ['0.444', '0.062', '0.000']
# --8<-- [end:image]

# --8<-- [start:figure]
figure, axes = plt.subplots(1, 2, figsize=(4.8, 2.6))
for axis, title, tensor in zip(
    axes, ("view(3, 24, 24)", "permute(2, 0, 1)"), (wrong, right), strict=True
):
    axis.imshow(tensor.movedim(0, -1))  # imshow wants (height, width, channels)
    axis.set_title(title, fontsize=9)
    axis.axis("off")
figure.savefig("view_is_not_transpose.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
