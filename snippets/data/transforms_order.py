# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "matplotlib>=3.9", "scikit-learn>=1.5", "pillow>=11"]
#
# [tool.tbe]
# figures = ["transforms_order.svg"]
# ///
"""Crop then resize, resize then crop, resize to a pair: three pictures of one photo, all of one shape."""

import matplotlib.pyplot as plt
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

# --8<-- [start:three]
photo = v2.ToImage()(Image.fromarray(load_sample_image("china.jpg")))
ways = {
    "crop, resize": v2.Compose([v2.CenterCrop(64), v2.Resize(64)]),
    "resize, crop": v2.Compose([v2.Resize(64), v2.CenterCrop(64)]),
    "Resize((64, 64))": v2.Resize((64, 64)),
}
pictures = {name: transform(photo) for name, transform in ways.items()}
for name, picture in pictures.items():
    print(f"{name:17} {list(picture.shape)}")
# > crop, resize      [3, 64, 64]
# > resize, crop      [3, 64, 64]
# > Resize((64, 64))  [3, 64, 64]
# --8<-- [end:three]

# --8<-- [start:figure]
figure, columns = plt.subplots(1, 3, figsize=(4.8, 2))
for (name, picture), axes in zip(pictures.items(), columns, strict=True):
    shown = picture.permute(1, 2, 0) // 16 * 16  # fewer colours: a smaller file
    axes.imshow(shown, interpolation="none")
    axes.set_title(name, fontsize=8)
    axes.set(xticks=[], yticks=[])
figure.savefig("transforms_order.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
