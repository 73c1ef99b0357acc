# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "numpy>=2", "pillow>=11"]
#
# ///
"""torchvision's CIFAR10 class on drawn images in CIFAR-10's format; it compares each file's md5 sum."""

# --8<-- [start:write]
import hashlib
import pickle
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw
from torchvision.datasets import CIFAR10
from torchvision.transforms import v2

NAMES = ["airplane", "automobile", "bird", "cat", "deer"]
NAMES += ["dog", "frog", "horse", "ship", "truck"]


def draw(label, rng):
    """A square of one colour for each class, on a gray ground."""
    image = Image.new("RGB", (32, 32), "gray")
    left, top = rng.integers(2, 14, 2).tolist()
    color = f"hsl({label * 36}, 90%, 50%)"
    ImageDraw.Draw(image).rectangle((left, top, left + 15, top + 15), fill=color)
    return np.asarray(image)  # (32, 32, 3)


folder = Path("data/cifar-10-batches-py")
folder.mkdir(parents=True)
rng = np.random.default_rng(0)
for name in [*(f"data_batch_{n}" for n in range(1, 6)), "test_batch"]:
    labels = rng.integers(0, 10, 20).tolist()
    rows = [draw(label, rng).transpose(2, 0, 1).reshape(-1) for label in labels]
    batch = {"data": np.stack(rows), "labels": labels}  # (20, 3072) bytes
    (folder / name).write_bytes(pickle.dumps(batch, protocol=2))
(folder / "batches.meta").write_bytes(pickle.dumps({"label_names": NAMES}))
# --8<-- [end:write]

# --8<-- [start:refused]
try:
    CIFAR10("data", train=True, download=False)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Dataset not found or corrupted. You can use download=True to download it
print(CIFAR10.train_list[0])
# > ['data_batch_1', 'c99cafc152244af753f735de768cd75f']
print(CIFAR10.filename, CIFAR10.tgz_md5)
# > cifar-10-python.tar.gz c58f30108f718f92721af3b95e74349a
# --8<-- [end:refused]


# --8<-- [start:own-sums]
def md5(name):
    return hashlib.md5((folder / name).read_bytes()).hexdigest()


class Drawn(CIFAR10):
    """CIFAR10 with the sums of our files; nothing else is changed."""


Drawn.train_list = [[name, md5(name)] for name, _ in CIFAR10.train_list]
Drawn.test_list = [[name, md5(name)] for name, _ in CIFAR10.test_list]
Drawn.meta = CIFAR10.meta | {"md5": md5("batches.meta")}

transform = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
train = Drawn("data", train=True, transform=transform)
test = Drawn("data", train=False, transform=transform)
print(f"{len(train)=} {len(test)=}")
# > len(train)=100 len(test)=20
image, target = train[0]
print(f"{image.shape=} {image.dtype=} class {train.classes[target]}")
# > image.shape=torch.Size([3, 32, 32]) image.dtype=torch.float32 class ship
print(f"{train.data.shape=} {type(train.data).__name__=}")
# > train.data.shape=(100, 32, 32, 3) type(train.data).__name__='ndarray'
print(f"{type(train.targets).__name__=} {train.class_to_idx['cat']=}")
# > type(train.targets).__name__='list' train.class_to_idx['cat']=3
# --8<-- [end:own-sums]

# --8<-- [start:damaged]
with open(folder / "test_batch", "ab") as file:
    file.write(b"!")
try:
    Drawn("data", train=True)  # training files are fine
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Dataset not found or corrupted. You can use download=True to download it
# --8<-- [end:damaged]
