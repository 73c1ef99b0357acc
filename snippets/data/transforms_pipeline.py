# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "scikit-learn>=1.5", "pillow>=11"]
#
# [tool.tbe]
# claims = ["data.transforms-compose", "data.transforms-resize"]
# ///
"""Compose: from an image file to what a network takes, step by step."""

# --8<-- [start:answer]
import torch
from torchvision.transforms import v2

transform = v2.Compose(
    [
        v2.ToImage(),
        v2.Resize(64),
        v2.CenterCrop(64),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(mean=[0.5, 0.5, 0.5], std=[0.5, 0.5, 0.5]),
    ]
)
# --8<-- [end:answer]

# --8<-- [start:smallest]
from PIL import Image
from sklearn.datasets import load_sample_image

photo = Image.fromarray(load_sample_image("china.jpg"))
print(f"{photo.size=}")  # PIL says (width, height)
# > photo.size=(640, 427)
image = transform(photo)
print(f"{image.shape=} {image.dtype=}")
# > image.shape=torch.Size([3, 64, 64]) image.dtype=torch.float32
print(f"from {image.min().item():.2f} to {image.max().item():.2f}")
# > from -0.98 to 1.00
# --8<-- [end:smallest]

# --8<-- [start:steps]
value = photo
for step in transform.transforms:
    value = step(value)
    low, high = value.min().item(), value.max().item()
    print(
        f"{type(step).__name__:11} {list(value.shape)!s:15} {value.dtype!s:14} {low:5.2f} to {high:6.2f}"
    )
# > ToImage     [3, 427, 640]   torch.uint8     0.00 to 255.00
# > Resize      [3, 64, 95]     torch.uint8     2.00 to 255.00
# > CenterCrop  [3, 64, 64]     torch.uint8     2.00 to 255.00
# > ToDtype     [3, 64, 64]     torch.float32   0.01 to   1.00
# > Normalize   [3, 64, 64]     torch.float32  -0.98 to   1.00
# --8<-- [end:steps]

# --8<-- [start:order]
resize, crop = v2.Resize(64), v2.CenterCrop(64)
first_resize = crop(resize(v2.ToImage()(photo)))
first_crop = resize(crop(v2.ToImage()(photo)))
print(f"{first_resize.shape == first_crop.shape=}")
# > first_resize.shape == first_crop.shape=True
_, height, width = v2.functional.get_dimensions(photo)
print(f"cropped first: {crop.size} of ({height}, {width}) pixels were kept")
# > cropped first: (64, 64) of (427, 640) pixels were kept
scale = 64 / min(height, width)
kept = [round(64 / scale) for _ in range(2)]
print(f"resized first: {kept} of ({height}, {width}) pixels were kept")
# > resized first: [427, 427] of (427, 640) pixels were kept
# --8<-- [end:order]

# --8<-- [start:resize]
image = v2.ToImage()(photo)  # (channels, height, width)
print(f"as it is          {list(image.shape)}")
# > as it is          [3, 427, 640]
print(f"Resize(64)        {list(v2.Resize(64)(image).shape)}")
# > Resize(64)        [3, 64, 95]
print(f"Resize((64, 64))  {list(v2.Resize((64, 64))(image).shape)}")
# > Resize((64, 64))  [3, 64, 64]
short = v2.Resize(64, max_size=80)(image)
print(f"max_size=80       {list(short.shape)}")
# > max_size=80       [3, 53, 80]
# --8<-- [end:resize]

# --8<-- [start:to-dtype]
for scale in (False, True):
    values = v2.ToDtype(torch.float32, scale=scale)(image)
    print(f"scale={scale!s:5} from {values.min().item()} to {values.max().item()}")
# > scale=False from 0.0 to 255.0
# > scale=True  from 0.0 to 1.0
# --8<-- [end:to-dtype]
