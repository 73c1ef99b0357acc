# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# ///
"""Boxes and masks move with the image, if their type says what they are."""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

# --8<-- [start:together]
image = tv_tensors.Image(torch.zeros(3, 40, 60, dtype=torch.uint8))
image[:, 10:20, 5:25] = 255  # a white block
corners = [[5, 10, 25, 20]]  # x1, y1, x2, y2
boxes = tv_tensors.BoundingBoxes(corners, format="XYXY", canvas_size=(40, 60))
mask = tv_tensors.Mask((image[0] > 0).to(torch.uint8))
sample = {"image": image, "boxes": boxes, "mask": mask, "label": 7}

transform = v2.Compose([v2.RandomHorizontalFlip(p=1), v2.Resize(20)])
moved = transform(sample)
print(f"image {list(moved['image'].shape)}, mask {list(moved['mask'].shape)}")
# > image [3, 20, 30], mask [20, 30]
print(f"boxes {boxes.tolist()} -> {moved['boxes'].tolist()}")
# > boxes [[5, 10, 25, 20]] -> [[17, 5, 27, 10]]
rows, columns = moved["mask"].nonzero(as_tuple=True)
print(f"mask  columns {columns.min().item()} to {columns.max().item()}")
# > mask  columns 18 to 27
print(f"label {moved['label']}")
# > label 7

half = v2.RandomHorizontalFlip(p=0.5)
drawn = [half(image, mask) for _ in range(100)]
agree = sum(torch.equal(picture[0] > 0, area > 0) for picture, area in drawn)
print(f"image and mask agree in {agree} of 100 draws")
# > image and mask agree in 100 of 100 draws
# --8<-- [end:together]

# --8<-- [start:plain]
flip = v2.RandomHorizontalFlip(p=1)
_, plain = flip(image, torch.tensor(corners))
_, typed = flip(image, boxes)
print(f"plain tensor  {plain.tolist()}")
# > plain tensor  [[5, 10, 25, 20]]
print(f"BoundingBoxes {typed.tolist()}")
# > BoundingBoxes [[35, 10, 55, 20]]
# --8<-- [end:plain]

# --8<-- [start:type]
print(f"{type(typed).__name__=}")
# > type(typed).__name__='BoundingBoxes'
print(f"{type(typed + 1).__name__=}")
# > type(typed + 1).__name__='Tensor'
kept = tv_tensors.wrap(typed + 1, like=typed)
print(f"{type(kept).__name__=} {kept.canvas_size=}")
# > type(kept).__name__='BoundingBoxes' kept.canvas_size=(40, 60)
# --8<-- [end:type]
