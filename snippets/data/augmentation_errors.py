# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""Errors around augmentation, and the lines that avoid them."""

import torch
from torch.utils.data import default_collate, random_split
from torchvision.datasets import FakeData
from torchvision.transforms import v2

# --8<-- [start:subset]
data = FakeData(size=10, image_size=(3, 8, 8), transform=v2.ToImage())
train, valid = random_split(data, [8, 2])
try:
    print(valid.transform)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'Subset' object has no attribute 'transform'
valid.dataset.transform = v2.Identity()  # changes both parts
print(f"{train.dataset.transform=}")
# > train.dataset.transform=Identity()
# --8<-- [end:subset]

# --8<-- [start:batch]
mixup = v2.MixUp(num_classes=10)
image = torch.rand(3, 8, 8)
for sample in ((image,), (image, 1)):
    try:
        mixup(*sample)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
# > ValueError: labels should be index based with shape (batch_size,) or probability based with shape (batch_size, num_classes), but got a tensor of shape torch.Size([3, 8, 8]) instead.
# > ValueError: When using the default labels_getter, the input passed to forward must be a dictionary or a two-tuple whose second item is a dictionary or a tensor, but got 1 instead.


def collate(samples):
    return mixup(*default_collate(samples))


samples = [(torch.rand(3, 8, 8), label) for label in range(4)]
print([list(part.shape) for part in collate(samples)])
# > [[4, 3, 8, 8], [4, 10]]
# --8<-- [end:batch]

# --8<-- [start:too-small]
small = torch.rand(3, 8, 8)
try:
    v2.RandomCrop(12)(small)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Required crop size (12, 12) is larger than input image size (8, 8).
print(list(v2.RandomCrop(12, padding=2)(small).shape))
# > [3, 12, 12]
# --8<-- [end:too-small]
