# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "scikit-learn>=1.5", "pillow>=11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["data.torchvision-dataset-args", "err.mnist-not-found"]
# figures = ["vision_mnist.svg"]
# ///
"""torchvision's MNIST class on files of MNIST's format, written from scikit-learn's digits."""

# --8<-- [start:write]
import gzip
import inspect
import struct
from pathlib import Path

import torch
from sklearn.datasets import load_digits
from torch.nn.functional import interpolate, pad
from torch.utils.data import DataLoader


def write_idx(path, array):
    """Magic number (type 8 = bytes, number of dimensions), sizes, bytes."""
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header + array.numpy().tobytes())


digits = load_digits()
images = torch.tensor(digits.images, dtype=torch.float32)[:, None] / 16
images = pad(interpolate(images, 24), (2, 2, 2, 2))  # (1797, 1, 28, 28)
images = (images[:, 0] * 255).to(torch.uint8)
labels = torch.tensor(digits.target, dtype=torch.uint8)
raw = Path("data/MNIST/raw")
for name, part in (("train", slice(0, 1500)), ("t10k", slice(1500, None))):
    write_idx(raw / f"{name}-images-idx3-ubyte", images[part])
    write_idx(raw / f"{name}-labels-idx1-ubyte", labels[part])
print(sorted(path.name for path in raw.iterdir()))
# > ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte', 'train-images-idx3-ubyte', 'train-labels-idx1-ubyte']
# --8<-- [end:write]

# --8<-- [start:answer]
from torchvision.datasets import MNIST
from torchvision.transforms import v2

transform = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
train = MNIST("data", train=True, transform=transform, download=True)
# --8<-- [end:answer]

# --8<-- [start:smallest]
DOWNLOAD = False  # True fetches the real MNIST once
root = "mnist" if DOWNLOAD else "data"

train = MNIST(root, train=True, transform=transform, download=DOWNLOAD)
test = MNIST(root, train=False, transform=transform, download=DOWNLOAD)
print(f"{len(train)=} {len(test)=}")
# > len(train)=1500 len(test)=297

image, target = train[0]
print(f"{image.shape=} {image.dtype=} {target=}")
# > image.shape=torch.Size([1, 28, 28]) image.dtype=torch.float32 target=0
inputs, targets = next(iter(DataLoader(train, batch_size=32)))
print(f"{inputs.shape=} {targets.dtype=}")
# > inputs.shape=torch.Size([32, 1, 28, 28]) targets.dtype=torch.int64
# --8<-- [end:smallest]

# --8<-- [start:look]
import matplotlib.pyplot as plt

figure, columns = plt.subplots(1, 6, figsize=(5, 1.3))
for index, axes in enumerate(columns):
    image, target = train[index]
    axes.imshow(image[0], cmap="gray")  # (height, width): without the channel
    axes.set(title=target, xticks=[], yticks=[])
figure.savefig("vision_mnist.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:look]

# --8<-- [start:transform]
plain = MNIST("data")
image, target = plain[0]
print(f"without transform: {type(image).__name__} {image.size} {image.mode}")
# > without transform: Image (28, 28) L
print(
    f"from train: {plain.train}, downloads: {inspect.signature(MNIST).parameters['download'].default}"
)
# > from train: True, downloads: False

parity = MNIST("data", target_transform=lambda target: target % 2)
print(f"targets       {[plain[index][1] for index in range(6)]}")
# > targets       [0, 1, 2, 3, 4, 5]
print(f"odd or even   {[parity[index][1] for index in range(6)]}")
# > odd or even   [0, 1, 0, 1, 0, 1]
# --8<-- [end:transform]

# --8<-- [start:attributes]
print(f"{train.data.shape=} {train.data.dtype=}")
# > train.data.shape=torch.Size([1500, 28, 28]) train.data.dtype=torch.uint8
print(f"{train.targets[:6]=}")
# > train.targets[:6]=tensor([0, 1, 2, 3, 4, 5])
print(f"{train.classes[:2]=}")
# > train.classes[:2]=['0 - zero', '1 - one']
print(f"data:  to {train.data[0].max().item()}")
# > data:  to 239
print(f"[0]:   to {train[0][0].max().item():.3f}")
# > [0]:   to 0.937
# --8<-- [end:attributes]

# --8<-- [start:arguments]
print(list(inspect.signature(MNIST).parameters))
# > ['root', 'train', 'transform', 'target_transform', 'download']
taken = MNIST("data", True, transform, True)  # meant: download=True
print(f"{taken.target_transform=}")
# > taken.target_transform=True
try:
    taken[0]
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: 'bool' object is not callable
# --8<-- [end:arguments]

# --8<-- [start:missing]
try:
    MNIST("nowhere")
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Dataset not found. You can use download=True to download it
try:
    MNIST("data/MNIST")  # one folder too deep
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Dataset not found. You can use download=True to download it
# --8<-- [end:missing]

# --8<-- [start:packed]
packed = Path("packed/MNIST/raw")
packed.mkdir(parents=True)
for path in raw.iterdir():
    with gzip.open(packed / f"{path.name}.gz", "wb") as file:
        file.write(path.read_bytes())
try:
    MNIST("packed")
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Dataset not found. You can use download=True to download it

for path in packed.glob("*.gz"):
    path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
print(f"unpacked: {len(MNIST('packed'))}")
# > unpacked: 1500
# --8<-- [end:packed]

# --8<-- [start:checks]
again = MNIST("data", download=True)  # the files are there: no network is used
print(f"download=True: {len(again)} images")
# > download=True: 1500 images
print(f"asked of a download: {MNIST.resources[0]}")
# > asked of a download: ('train-images-idx3-ubyte.gz', 'f68b3c2dcbeaaa9fbdd348bbdeb94873')

(raw / "t10k-labels-idx1-ubyte").unlink()
try:
    MNIST("data", train=True)  # the file of the other part is missing
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Dataset not found. You can use download=True to download it
# --8<-- [end:checks]
