# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "pillow>=10"]
# ///
"""Gray and 4-channel images into a ResNet whose first layer was made for 3 channels."""

import copy
from pathlib import Path

import torch
from PIL import Image
from torch import nn
from torchvision import models
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

# --8<-- [start:repeat]
torch.manual_seed(0)
model = models.resnet18(weights=None).eval()  # yours: weights="DEFAULT"
preprocess = models.ResNet18_Weights.DEFAULT.transforms()
image = torch.randint(256, (1, 300, 300), dtype=torch.uint8)  # gray
three = v2.Grayscale(3)(image)  # the same values three times
print(tuple(three.shape), torch.equal(three, image.expand(3, -1, -1)))
# > (3, 300, 300) True
x = preprocess(three)  # (3, 224, 224)
print("scaled alike:", torch.equal(x[0], x[1]))
# > scaled alike: False
with torch.no_grad():
    print(tuple(model(x.unsqueeze(0)).shape))
# > (1, 1000)
# --8<-- [end:repeat]

# --8<-- [start:sum]
one = copy.deepcopy(model)
one.conv1 = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
images = torch.randn(8, 1, 64, 64)  # (batch, 1, height, width), scaled
old = model.conv1.weight.detach()  # (64, 3, 7, 7)
with torch.no_grad():
    repeated = model(images.expand(-1, 3, -1, -1))
    for name, new in (("sum", old.sum(1, True)), ("mean", old.mean(1, True))):
        one.conv1.weight.copy_(new)  # (64, 1, 7, 7)
        same = torch.allclose(one(images), repeated, atol=1e-4)
        ratio = (
            model.conv1(images.expand(-1, 3, -1, -1)).std()
            / one.conv1(images).std()
        )
        print(f"{name:<4} same outputs: {same}, conv1 smaller by {ratio:.2f}")
# > sum  same outputs: True, conv1 smaller by 1.00
# > mean same outputs: False, conv1 smaller by 3.00
# --8<-- [end:sum]

# --8<-- [start:four]
four = copy.deepcopy(model)
four.conv1 = nn.Conv2d(4, 64, kernel_size=7, stride=2, padding=3, bias=False)
images = torch.randn(8, 4, 64, 64)  # red, green, blue, infrared
with torch.no_grad():
    four.conv1.weight[:, :3] = old
    four.conv1.weight[:, 3:] = 0  # the new channel says nothing yet
    print(torch.allclose(four(images), model(images[:, :3]), atol=1e-4))
# > True
four(images).logsumexp(1).sum().backward()
print("gradient of the new channel:", bool(four.conv1.weight.grad[:, 3].any()))
# > gradient of the new channel: True
# --8<-- [end:four]


# --8<-- [start:errors]
def attempt(module, x):
    try:
        print("fine", tuple(module(x).shape))
    except RuntimeError as error:
        print(error)


attempt(model, torch.rand(8, 1, 224, 224))  # gray
# > Given groups=1, weight of size [64, 3, 7, 7], expected input[8, 1, 224, 224] to have 3 channels, but got 1 channels instead
attempt(model, torch.rand(8, 4, 224, 224))  # RGBA
# > Given groups=1, weight of size [64, 3, 7, 7], expected input[8, 4, 224, 224] to have 3 channels, but got 4 channels instead
attempt(model, torch.rand(8, 224, 224, 3))  # channels last
# > Given groups=1, weight of size [64, 3, 7, 7], expected input[8, 224, 224, 3] to have 3 channels, but got 224 channels instead
attempt(one, torch.rand(8, 3, 224, 224))  # conv1 was replaced, the images are RGB
# > Given groups=1, weight of size [64, 1, 7, 7], expected input[8, 3, 224, 224] to have 1 channels, but got 3 channels instead
attempt(preprocess, image)  # 1 channel, 3 means
# > output with shape [1, 224, 224] doesn't match the broadcast shape [3, 224, 224]
# --8<-- [end:errors]

# --8<-- [start:files]
for mode in ("L", "RGBA"):
    Path("images", mode).mkdir(parents=True)
    Image.new(mode, (32, 32)).save(f"images/{mode}/a.png")
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
for mode in ("L", "RGBA"):
    shape = tuple(to_tensor(Image.open(f"images/{mode}/a.png")).shape)
    rgb = tuple(to_tensor(Image.open(f"images/{mode}/a.png").convert("RGB")).shape)
    print(f"{mode:<4} opened: {shape}, convert('RGB'): {rgb}")
# > L    opened: (1, 32, 32), convert('RGB'): (3, 32, 32)
# > RGBA opened: (4, 32, 32), convert('RGB'): (3, 32, 32)
print([tuple(x.shape) for x, _ in ImageFolder("images", to_tensor)])
# > [(3, 32, 32), (3, 32, 32)]
# --8<-- [end:files]
