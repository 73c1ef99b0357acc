# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "torchvision>=0.29", "pillow>=11"]
# ///
"""Old names of torchvision and Pillow, and what to write instead."""

import re
import warnings
from contextlib import contextmanager

import torch
import torchvision
from PIL import Image
from torchvision import transforms
from torchvision.transforms import v2

EXPECTED = (AttributeError, ImportError, TypeError)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


# --8<-- [start:vision]
image = torch.zeros(3, 8, 8, dtype=torch.uint8)
picture = Image.new("RGB", (8, 8))
resnet18 = torchvision.models.resnet18
BILINEAR = transforms.InterpolationMode.BILINEAR
with today():
    resnet18(pretrained=False)
# > UserWarning: The parameter 'pretrained' is deprecated since 0.13 and may be removed in the future, please use 'weights' instead.
resnet18(weights=None)  # True: ResNet18_Weights.DEFAULT

with today():
    resnet18(False)
# > UserWarning: Using 'weights' as positional parameter(s) is deprecated since 0.13 and may be removed in the future
resnet18(weights=None)

with today():
    from torchvision.models.utils import load_state_dict_from_url
# > ModuleNotFoundError: No module named 'torchvision.models.utils'
from torch.hub import load_state_dict_from_url

with today():
    from torchvision.models.resnet import model_urls
# > ImportError: cannot import name 'model_urls' from 'torchvision.models.resnet'
print(torchvision.models.ResNet18_Weights.DEFAULT)
# > ResNet18_Weights.IMAGENET1K_V1
torchvision.models.ResNet18_Weights.DEFAULT.url

with today():
    from torchvision.transforms.functional_tensor import rgb_to_grayscale
# > ModuleNotFoundError: No module named 'torchvision.transforms.functional_tensor'
from torchvision.transforms.functional import rgb_to_grayscale

with today():
    v2.ToTensor()
# > UserWarning: The transform `ToTensor()` is deprecated and will be removed in a future release
v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])

with today():
    transforms.ToTensor()(picture)
# > runs
v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(picture)

with today():
    transforms.Scale(4)
# > AttributeError: module 'torchvision.transforms' has no attribute 'Scale'
transforms.Resize(4)

with today():
    transforms.RandomSizedCrop(4)
# > AttributeError: module 'torchvision.transforms' has no attribute 'RandomSizedCrop'
transforms.RandomResizedCrop(4)

with today():
    transforms.RandomRotation(10, resample=2)
# > TypeError: RandomRotation.__init__() got an unexpected keyword argument 'resample'
transforms.RandomRotation(10, interpolation=BILINEAR)

with today():
    transforms.RandomAffine(10, fillcolor=0)
# > TypeError: RandomAffine.__init__() got an unexpected keyword argument 'fillcolor'
transforms.RandomAffine(10, fill=0)

with today():
    torchvision.utils.make_grid(image / 255, range=(0, 1))
# > TypeError: make_grid() got an unexpected keyword argument 'range'
torchvision.utils.make_grid(image / 255, value_range=(0, 1))

with today():
    from torchvision import datapoints
# > ImportError: cannot import name 'datapoints' from 'torchvision'
from torchvision import tv_tensors

with today():
    Image.ANTIALIAS
# > AttributeError: module 'PIL.Image' has no attribute 'ANTIALIAS'
Image.Resampling.LANCZOS

with today():
    torchvision.io.read_video
# > AttributeError: module 'torchvision.io' has no attribute 'read_video'

# --8<-- [end:vision]
