# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2", "pillow>=11"]
#
# ///
"""Images: one folder a class; __init__ keeps the paths, a file is opened when its index is asked for."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch.utils.data import DataLoader

from torchbyexample.datasets import ImageDataset

# --8<-- [start:images]
for name in ("circle", "square"):
    Path("shapes", name).mkdir(parents=True)
    for number in range(4):
        image = Image.new("RGB", (32, 32), "white")
        draw = ImageDraw.Draw(image)
        box = (4 + number, 4, 20 + number, 20)
        shape = draw.ellipse if name == "circle" else draw.rectangle
        shape(box, fill="red")
        image.save(f"shapes/{name}/{number}.png")


def load(path):
    pixels = np.array(Image.open(path).convert("RGB"))  # (height, width, channels)
    # (channels, height, width)
    return torch.from_numpy(pixels).permute(2, 0, 1) / 255


def flip(image):
    return image.flip(-1) if torch.rand(()) < 0.5 else image


dataset = ImageDataset("shapes", load=load, transform=flip)
print(f"{len(dataset)} images, classes {dataset.classes}")
# > 8 images, classes ['circle', 'square']

inputs, targets = next(iter(DataLoader(dataset, batch_size=8)))
print(f"inputs {list(inputs.shape)} {inputs.dtype}")
# > inputs [8, 3, 32, 32] torch.float32
print(f"from {inputs.min()} to {inputs.max()}")
# > from 0.0 to 1.0
print(f"targets {targets.tolist()}")
# > targets [0, 0, 0, 0, 1, 1, 1, 1]
# --8<-- [end:images]


# --8<-- [start:again]
def left_edge(image):
    # where green is missing: red
    _row, column = (image[1] < 1).nonzero(as_tuple=True)
    return column.min().item()


torch.manual_seed(0)
print("left edge of image 0:", [left_edge(dataset[0][0]) for _ in range(6)])
# > left edge of image 0: [11, 4, 11, 11, 11, 4]
# --8<-- [end:again]
