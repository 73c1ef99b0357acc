# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "scikit-learn>=1.5"]
# ///
"""Mean and standard deviation of a dataset that is read in batches: add up, divide once."""

import torch
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, TensorDataset
from torchvision.transforms import v2

# --8<-- [start:smallest]
half = v2.Normalize(mean=[0.5], std=[0.5])
image = torch.tensor([0.0, 0.25, 0.5, 1.0]).view(
    1, 2, 2
)  # (channels, height, width)
print(half(image).flatten().tolist())
# > [-1.0, -0.5, 0.0, 1.0]
# --8<-- [end:smallest]

# --8<-- [start:answer]


def mean_and_std(loader):
    """Of each channel, over all pixels of all images (batch, channels, height, width)."""
    count, total, squares = 0, 0.0, 0.0
    for images, *_ in loader:
        images = images.double()  # sums of many values
        count += images.numel() // images.shape[1]
        total = total + images.sum(dim=(0, 2, 3))
        squares = squares + images.square().sum(dim=(0, 2, 3))
    mean = total / count
    return mean, (squares / count - mean.square()).sqrt()


# --8<-- [end:answer]

# --8<-- [start:digits]
images = torch.tensor(load_digits().images, dtype=torch.float32)[:, None] / 16
images = images[:1700]  # the training part, (1700, 1, 8, 8)
loader = DataLoader(TensorDataset(images), batch_size=64)
mean, std = mean_and_std(loader)
print(f"in batches:  mean {mean.item():.4f}, std {std.item():.4f}")
# > in batches:  mean 0.3043, std 0.3754
print(
    f"all at once: mean {images.mean().item():.4f}, std {images.std().item():.4f}"
)
# > all at once: mean 0.3043, std 0.3754
per_image = images.std(dim=(1, 2, 3)).mean()
print(f"mean of each image's own std: {per_image.item():.4f}")
# > mean of each image's own std: 0.3761
# --8<-- [end:digits]

# --8<-- [start:arguments]
try:
    v2.Normalize([0.5])
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Normalize.__init__() missing 1 required positional argument: 'std'
try:
    v2.Normalize(0.5, 0.5)(image)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: 'float' object is not iterable
# --8<-- [end:arguments]
