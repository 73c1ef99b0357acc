# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# [tool.tbe]
# claims = ["data.transforms-name"]
# ///
"""Every transform that dir() lists, in groups: each runs once, and a name that no group holds is printed."""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

# --8<-- [start:dir]
names = {name for name in dir(v2) if name[0].isupper()}
print(
    f"{len(names)} names, {len([name for name in names if 'Random' in name])} with Random"
)
# > 65 names, 24 with Random
print([name for name in sorted(names) if "Crop" in name])
# > ['CenterCrop', 'FiveCrop', 'RandomCrop', 'RandomIoUCrop', 'RandomResizedCrop', 'TenCrop']
# --8<-- [end:dir]

# --8<-- [start:groups]
boxes = tv_tensors.BoundingBoxes(
    [[4, 4, 20, 20]], format="XYXY", canvas_size=(32, 32)
)
points = tv_tensors.KeyPoints([[8, 8]], canvas_size=(32, 32))
image = tv_tensors.Image(torch.randint(0, 256, (3, 32, 32), dtype=torch.uint8))
sample = {"image": image, "boxes": boxes, "labels": torch.tensor([1])}
batch = torch.rand(4, 3, 32, 32), torch.tensor([0, 1, 2, 1])
pure = image.as_subclass(torch.Tensor)
floats = pure / 255
flip = v2.RandomHorizontalFlip()
groups = {
    "type": {
        "ToImage": (v2.ToImage(), pure.permute(1, 2, 0).numpy()),
        "ToDtype": (v2.ToDtype(torch.float32, scale=True), image),
        "ToPureTensor": (v2.ToPureTensor(), image),
        "PILToTensor": (v2.PILToTensor(), v2.ToPILImage()(image)),
        "ToPILImage": (v2.ToPILImage(), image),
    },
    "size": {
        "Resize": (v2.Resize(16), image),
        "RandomResize": (v2.RandomResize(8, 16), image),
        "RandomShortestSize": (v2.RandomShortestSize([8, 16]), image),
        "ScaleJitter": (v2.ScaleJitter((16, 16)), image),
        "Pad": (v2.Pad(4), image),
        "RandomZoomOut": (v2.RandomZoomOut(), sample),
    },
    "crop": {
        "CenterCrop": (v2.CenterCrop(16), image),
        "RandomCrop": (v2.RandomCrop(16), image),
        "RandomResizedCrop": (v2.RandomResizedCrop(16), image),
        "RandomIoUCrop": (v2.RandomIoUCrop(), sample),
        "FiveCrop": (v2.FiveCrop(16), image),
        "TenCrop": (v2.TenCrop(16), image),
    },
    "geometry": {
        "RandomHorizontalFlip": (flip, image),
        "RandomVerticalFlip": (v2.RandomVerticalFlip(), image),
        "RandomRotation": (v2.RandomRotation(30), image),
        "RandomAffine": (v2.RandomAffine(10, translate=(0.1, 0.1)), image),
        "RandomPerspective": (v2.RandomPerspective(), image),
        "ElasticTransform": (v2.ElasticTransform(), image),
    },
    "colour": {
        "ColorJitter": (v2.ColorJitter(0.4, 0.4, 0.4), image),
        "RandomPhotometricDistort": (v2.RandomPhotometricDistort(), image),
        "RandomChannelPermutation": (v2.RandomChannelPermutation(), image),
        "Grayscale": (v2.Grayscale(), image),
        "RandomGrayscale": (v2.RandomGrayscale(), image),
        "RGB": (v2.RGB(), v2.Grayscale()(image)),
        "RandomInvert": (v2.RandomInvert(), image),
        "RandomPosterize": (v2.RandomPosterize(bits=4), image),
        "RandomSolarize": (v2.RandomSolarize(threshold=128), image),
        "RandomAdjustSharpness": (v2.RandomAdjustSharpness(2), image),
        "RandomAutocontrast": (v2.RandomAutocontrast(), image),
        "RandomEqualize": (v2.RandomEqualize(), image),
    },
    "values": {
        "Normalize": (v2.Normalize([0.5] * 3, [0.5] * 3), floats),
        "GaussianBlur": (v2.GaussianBlur(3), image),
        "GaussianNoise": (v2.GaussianNoise(), floats),
        "RandomErasing": (v2.RandomErasing(), floats),
        "JPEG": (v2.JPEG(quality=50), pure),
        "LinearTransformation": (
            v2.LinearTransformation(torch.eye(3072), torch.zeros(3072)),
            floats,
        ),
    },
    "policy": {
        "AutoAugment": (v2.AutoAugment(), image),
        "RandAugment": (v2.RandAugment(), image),
        "TrivialAugmentWide": (v2.TrivialAugmentWide(), image),
        "AugMix": (v2.AugMix(), image),
    },
    "batch": {
        "MixUp": (v2.MixUp(num_classes=3), batch),
        "CutMix": (v2.CutMix(num_classes=3), batch),
    },
    "container": {
        "Compose": (v2.Compose([flip]), image),
        "RandomApply": (v2.RandomApply([flip]), image),
        "RandomChoice": (v2.RandomChoice([flip, v2.Pad(2)]), image),
        "RandomOrder": (v2.RandomOrder([flip, v2.Pad(2)]), image),
        "Lambda": (v2.Lambda(lambda value: value), image),
        "Identity": (v2.Identity(), image),
    },
    "boxes and points": {
        "ConvertBoundingBoxFormat": (v2.ConvertBoundingBoxFormat("CXCYWH"), boxes),
        "ClampBoundingBoxes": (v2.ClampBoundingBoxes(), boxes),
        "SanitizeBoundingBoxes": (v2.SanitizeBoundingBoxes(), sample),
        "SetClampingMode": (v2.SetClampingMode("hard"), boxes),
        "ClampKeyPoints": (v2.ClampKeyPoints(), points),
        "SanitizeKeyPoints": (v2.SanitizeKeyPoints(), points),
    },
    "video": {
        "UniformTemporalSubsample": (v2.UniformTemporalSubsample(2), batch[0]),
    },
}
helpers = {"Transform", "InterpolationMode", "AutoAugmentPolicy"}
deprecated = {"ToTensor", "ConvertImageDtype"}
# --8<-- [end:groups]

# --8<-- [start:check]
torch.manual_seed(0)
for group, transforms in groups.items():
    for transform, value in transforms.values():
        transform(value)  # an exception would end the run here
    print(f"{group}: {len(transforms)} ran")
# > type: 5 ran
# > size: 6 ran
# > crop: 6 ran
# > geometry: 6 ran
# > colour: 12 ran
# > values: 6 ran
# > policy: 4 ran
# > batch: 2 ran
# > container: 6 ran
# > boxes and points: 6 ran
# > video: 1 ran
known = helpers | deprecated | {name for group in groups.values() for name in group}
print(
    f"in no group: {sorted(names - known)}, no longer there: {sorted(known - names)}"
)
# > in no group: [], no longer there: []
# --8<-- [end:check]

# --8<-- [start:singular]
try:
    from torchvision import transform
except ImportError as error:
    print(f"{type(error).__name__}: {str(error).partition(' (')[0]}")
# > ImportError: cannot import name 'transform' from 'torchvision'
# --8<-- [end:singular]
