# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20", "pillow"]
#
# [tool.tbe]
# claims = ["err.tb-image-shape"]
# ///
"""add_image(): which axes it expects, and what happens to other ones."""

from io import BytesIO

import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

# --8<-- [start:write]
# (height, width), black at the left, white at the right
gray = torch.linspace(0, 1, 28).expand(28, 28)

with SummaryWriter("runs/image") as writer:
    writer.add_image("chw", gray.unsqueeze(0))  # (1, height, width)
    writer.add_image("hw", gray, dataformats="HW")
    # (batch, channel, height, width)
    writer.add_images("batch", gray.expand(6, 1, 28, 28))

events = EventAccumulator("runs/image").Reload()
for tag in events.Tags()["images"]:
    image = events.Images(tag)[0]
    pixels = Image.open(BytesIO(image.encoded_image_string)).convert("L")
    print(
        f"{tag}: {image.width} x {image.height}, left {pixels.getpixel((0, 0))}, right {pixels.getpixel((27, 0))}"
    )
# > chw: 28 x 28, left 0, right 255
# > hw: 28 x 28, left 0, right 255
# > batch: 168 x 28, left 0, right 255
# --8<-- [end:write]

# --8<-- [start:range]
with SummaryWriter("runs/range") as writer:
    # whole numbers from 0 to 255
    writer.add_image("uint8", (gray * 255).to(torch.uint8), dataformats="HW")
    # floats are taken as 0 to 1
    writer.add_image("float", gray * 255, dataformats="HW")

events = EventAccumulator("runs/range").Reload()
for tag in ("uint8", "float"):
    pixels = Image.open(
        BytesIO(events.Images(tag)[0].encoded_image_string)
    ).convert("L")
    print(f"{tag}: {[pixels.getpixel((x, 0)) for x in (0, 1, 14, 27)]}")
# > uint8: [0, 9, 132, 255]
# > float: [0, 255, 255, 255]
# --8<-- [end:range]

# --8<-- [start:shape]
with SummaryWriter("runs/wrong") as writer:
    try:
        writer.add_image("digit", gray)
    except AssertionError as error:
        print(f"{type(error).__name__}: {' '.join(str(error).split())}")
# > AssertionError: size of input tensor and input format are different. tensor shape: (28, 28), input_format: CHW
# --8<-- [end:shape]
