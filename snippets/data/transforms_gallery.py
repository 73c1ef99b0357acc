# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "matplotlib>=3.9", "scikit-learn>=1.5", "pillow>=11"]
#
# [tool.tbe]
# claims = ["data.transforms-crop", "data.transforms-rotation"]
# figures = ["transforms_gallery.svg"]
# ///
"""The common transforms on one photo, and what the random ones draw."""

import matplotlib.pyplot as plt
import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

# --8<-- [start:gallery]
photo = v2.ToImage()(
    Image.fromarray(load_sample_image("china.jpg"))
)  # (3, 427, 640)
photo = v2.Compose([v2.Resize(48), v2.CenterCrop(48)])(photo)
gallery = {
    "as it is": v2.Identity(),
    "CenterCrop(32)": v2.CenterCrop(32),
    "RandomCrop(32)": v2.RandomCrop(32),
    "RandomResizedCrop": v2.RandomResizedCrop(48, scale=(0.2, 0.6)),
    "RandomHorizontalFlip": v2.RandomHorizontalFlip(p=1),
    "RandomRotation(45)": v2.RandomRotation(45),
    "ColorJitter": v2.ColorJitter(0.5, 0.5, 0.5, 0.2),
    "Grayscale": v2.Grayscale(num_output_channels=3),
    "RandomErasing": v2.RandomErasing(p=1, value=255),
}
torch.manual_seed(3)
pictures = {name: transform(photo) for name, transform in gallery.items()}
for name, picture in pictures.items():
    print(f"{name:21} {list(picture.shape)}")
# > as it is              [3, 48, 48]
# > CenterCrop(32)        [3, 32, 32]
# > RandomCrop(32)        [3, 32, 32]
# > RandomResizedCrop     [3, 48, 48]
# > RandomHorizontalFlip  [3, 48, 48]
# > RandomRotation(45)    [3, 48, 48]
# > ColorJitter           [3, 48, 48]
# > Grayscale             [3, 48, 48]
# > RandomErasing         [3, 48, 48]
# --8<-- [end:gallery]

# --8<-- [start:figure]
figure, rows = plt.subplots(3, 3, figsize=(4.8, 5.2))
for (name, picture), axes in zip(pictures.items(), rows.flat, strict=True):
    shown = picture.permute(1, 2, 0) // 16 * 16  # fewer colours: a smaller file
    axes.imshow(shown, interpolation="none")
    axes.set_title(name, fontsize=8)
    axes.set(xticks=[], yticks=[])
figure.savefig("transforms_gallery.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:crop]
grid = torch.arange(16).reshape(1, 4, 4)
torch.manual_seed(1)
print(f"CenterCrop(2)       {v2.CenterCrop(2)(grid).tolist()}")
# > CenterCrop(2)       [[[5, 6], [9, 10]]]
random_crop = v2.RandomCrop(2)
print(f"RandomCrop(2)       {random_crop(grid).tolist()}")
# > RandomCrop(2)       [[[6, 7], [10, 11]]]
print(f"again               {random_crop(grid).tolist()}")
# > again               [[[2, 3], [6, 7]]]
corner = v2.functional.crop(grid, top=0, left=0, height=2, width=2)
print(f"functional.crop     {corner.tolist()}")
# > functional.crop     [[[0, 1], [4, 5]]]
print(f"{hasattr(v2, 'Crop')=}")
# > hasattr(v2, 'Crop')=False
# --8<-- [end:crop]

# --8<-- [start:rotation]
ones = torch.ones(1, 8, 8)
torch.manual_seed(0)
rotation = v2.RandomRotation(45)  # between -45 and 45 degrees
print([round(rotation(ones).mean().item(), 3) for _ in range(4)])
# > [1.0, 0.875, 0.812, 0.812]
bright = v2.RandomRotation(45, fill=1.0)
print([round(bright(ones).mean().item(), 3) for _ in range(4)])
# > [1.0, 1.0, 1.0, 1.0]
print(v2.functional.rotate(torch.tensor([[[1, 2], [3, 4]]]), 90).tolist())
# > [[[2, 4], [1, 3]]]
# --8<-- [end:rotation]

# --8<-- [start:flip]
torch.manual_seed(0)
flip = v2.RandomHorizontalFlip(p=0.5)
flipped = sum(not torch.equal(flip(photo), photo) for _ in range(1000))
print(f"share flipped: {flipped / 1000:.1f}")
# > share flipped: 0.5
# --8<-- [end:flip]
