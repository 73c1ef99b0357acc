# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.8"]
# ///
"""imshow wants the channels last, and a gray image without them."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import torch

# --8<-- [start:imshow]
colour = torch.rand(3, 32, 32)  # (channels, height, width)
gray = torch.rand(1, 28, 28)
for image in (colour, gray):
    try:
        plt.imshow(image)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: Invalid shape (3, 32, 32) for image data
# > TypeError: Invalid shape (1, 28, 28) for image data

for image in (colour.permute(1, 2, 0), gray.squeeze(0)):
    plt.imshow(image)
    print("drawn:", tuple(image.shape))
# > drawn: (32, 32, 3)
# > drawn: (28, 28)
# --8<-- [end:imshow]
