# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "pillow>=11"]
#
# [tool.tbe]
# claims = ["err.imagefolder-empty"]
# ///
"""ImageFolder on your own images, FakeData on none, and which of torchvision's datasets take which arguments."""

# --8<-- [start:folder]
import inspect
from pathlib import Path

import torch
import torchvision.datasets
from PIL import Image, UnidentifiedImageError
from torchvision.datasets import FakeData, ImageFolder
from torchvision.transforms import v2

for name in ("bird", "cat", "dog"):
    Path("train", name).mkdir(parents=True)
    for number in range(3):
        Image.new("RGB", (40, 30), "gray").save(f"train/{name}/{number}.png")

transform = v2.Compose(
    [v2.ToImage(), v2.Resize((32, 32)), v2.ToDtype(torch.float32, scale=True)]
)
dataset = ImageFolder("train", transform=transform)
print(f"{len(dataset)=} {dataset.class_to_idx=}")
# > len(dataset)=9 dataset.class_to_idx={'bird': 0, 'cat': 1, 'dog': 2}
image, target = dataset[4]
print(f"{image.shape=} {target=} {dataset.samples[4]=}")
# > image.shape=torch.Size([3, 32, 32]) target=1 dataset.samples[4]=('train/cat/1.png', 1)
# --8<-- [end:folder]

# --8<-- [start:shifted]
for name in ("cat", "dog"):  # no bird was kept for validation
    Path("valid", name).mkdir(parents=True)
    Image.new("RGB", (40, 30), "gray").save(f"valid/{name}/0.png")
valid = ImageFolder("valid", transform=transform)
print(f"train {dataset.class_to_idx}")
# > train {'bird': 0, 'cat': 1, 'dog': 2}
print(f"valid {valid.class_to_idx}")
# > valid {'cat': 0, 'dog': 1}
perfect = [dataset.class_to_idx[name] for name in ("cat", "dog")]
right = sum(a == b for a, b in zip(perfect, valid.targets, strict=True))
print(f"right answers of a perfect model: {right} of {len(valid)}")
# > right answers of a perfect model: 0 of 2
# --8<-- [end:shifted]

# --8<-- [start:allow-empty]
Path("valid/bird").mkdir()
valid = ImageFolder("valid", transform=transform, allow_empty=True)
print(f"valid {valid.class_to_idx}, {len(valid)} images")
# > valid {'bird': 0, 'cat': 1, 'dog': 2}, 2 images
print(f"{valid.class_to_idx == dataset.class_to_idx=}")
# > valid.class_to_idx == dataset.class_to_idx=True
# --8<-- [end:allow-empty]

# --8<-- [start:errors]
Path("flat").mkdir()
Image.new("RGB", (8, 8)).save("flat/0.png")
try:
    ImageFolder("flat")
except FileNotFoundError as error:
    print(f"{type(error).__name__}: {error}")
# > FileNotFoundError: Couldn't find any class folder in flat.
try:
    ImageFolder("valid")  # the folder bird holds nothing
except FileNotFoundError as error:
    print(f"{type(error).__name__}: {str(error).partition('. ')[0]}")
# > FileNotFoundError: Found no valid file for the classes bird
# --8<-- [end:errors]

# --8<-- [start:fixed]
Path("flat/all").mkdir()
Path("flat/0.png").rename("flat/all/0.png")
print(ImageFolder("flat").class_to_idx)
# > {'all': 0}
# --8<-- [end:fixed]

# --8<-- [start:broken]
Path("flat/all/1.png").write_text("not a picture")
flat = ImageFolder("flat", transform=transform)
try:
    flat[1]
except UnidentifiedImageError as error:
    print(f"{type(error).__name__}: {str(error).partition(' <')[0]}")
    print(f"the file: {flat.samples[1][0]}")
# > UnidentifiedImageError: cannot identify image file
# > the file: flat/all/1.png


def readable(path):
    try:
        with Image.open(path) as image:
            image.verify()
    except OSError:  # UnidentifiedImageError is one
        return False
    return True


print(len(ImageFolder("flat", transform=transform, is_valid_file=readable)), "left")
# > 1 left
# --8<-- [end:broken]

# --8<-- [start:fake]
fake = FakeData(
    size=100, image_size=(3, 32, 32), num_classes=10, transform=transform
)
image, target = fake[0]
print(f"{len(fake)=} {image.shape=} {target=}")
# > len(fake)=100 image.shape=torch.Size([3, 32, 32]) target=7
print(f"the same again: {torch.equal(fake[0][0], image)}")
# > the same again: True
# --8<-- [end:fake]

# --8<-- [start:which]
names = torchvision.datasets.__all__
taking = {"train": [], "split": []}
for name in names:
    dataset_class = getattr(torchvision.datasets, name)
    for argument in taking.keys() & inspect.signature(dataset_class).parameters:
        taking[argument].append(name)
print(f"train=: {', '.join(taking['train'][:6])} ...")
# > train=: CIFAR10, CIFAR100, FashionMNIST, QMNIST, MNIST, KMNIST ...
print(f"split=: {', '.join(taking['split'][:6])} ...")
# > split=: EMNIST, MovingMNIST, StanfordCars, STL10, SVHN, Flowers102 ...
try:
    torchvision.datasets.EMNIST("data", split="train")
except ValueError as error:
    print(f"EMNIST: {str(error).partition(' Valid')[0]}")
# > EMNIST: Unknown value 'train' for argument split.
# --8<-- [end:which]
