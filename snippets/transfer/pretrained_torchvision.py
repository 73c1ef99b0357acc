# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# [tool.tbe]
# claims = ["transfer.torchvision-models", "transfer.cnn-structure"]
# ///
"""What torchvision says about its weights without downloading them."""

import warnings

import torch
from torch import nn
from torchvision import models

# --8<-- [start:weights]
weights = models.ResNet18_Weights.DEFAULT
print(weights, [w.name for w in models.ResNet18_Weights])
# > ResNet18_Weights.IMAGENET1K_V1 ['IMAGENET1K_V1']
print(
    weights.meta["num_params"],
    len(weights.meta["categories"]),
    weights.meta["min_size"],
)
# > 11689512 1000 (1, 1)
print(weights.meta["_metrics"]["ImageNet-1K"])
# > {'acc@1': 69.758, 'acc@5': 89.078}
print(
    f"{weights.meta['_file_size']:.0f} MB", len(models.list_models(module=models))
)
# > 45 MB 80
# --8<-- [end:weights]

# --8<-- [start:transforms]
torch.manual_seed(0)
preprocess = weights.transforms()
print(preprocess)
# > ImageClassification(
# >     crop_size=[224]
# >     resize_size=[256]
# >     mean=[0.485, 0.456, 0.406]
# >     std=[0.229, 0.224, 0.225]
# >     interpolation=InterpolationMode.BILINEAR
# > )
image = torch.randint(
    256, (3, 480, 640), dtype=torch.uint8
)  # (channel, height, width)
x = preprocess(image).unsqueeze(0)
print(tuple(x.shape), x.dtype, f"{x.min():.1f} to {x.max():.1f}")
# > (1, 3, 224, 224) torch.float32 -1.6 to 2.0
# --8<-- [end:transforms]

# --8<-- [start:switch]
DOWNLOAD = False  # True fetches 45 MB once, into ~/.cache/torch/hub
model = models.resnet18(weights=weights if DOWNLOAD else None)
model.eval()
with torch.no_grad():
    logits = model(x)
print(tuple(logits.shape))
# > (1, 1000)
if DOWNLOAD:
    best = logits.softmax(1).topk(3)
    for p, index in zip(best.values[0], best.indices[0], strict=True):
        print(f"{weights.meta['categories'][index]}: {p:.1%}")
# --8<-- [end:switch]

# --8<-- [start:heads]
for name in (
    "resnet18",
    "densenet121",
    "vgg11",
    "mobilenet_v3_small",
    "vit_b_16",
    "swin_t",
):
    with torch.device("meta"):  # shapes without memory
        model = models.get_model(name, weights=None)
    linear = [(n, m) for n, m in model.named_modules() if isinstance(m, nn.Linear)]
    path, head = linear[-1]
    print(f"{name:<19} {path:<14} Linear({head.in_features}, {head.out_features})")
# > resnet18            fc             Linear(512, 1000)
# > densenet121         classifier     Linear(1024, 1000)
# > vgg11               classifier.6   Linear(4096, 1000)
# > mobilenet_v3_small  classifier.3   Linear(1024, 1000)
# > vit_b_16            heads.head     Linear(768, 1000)
# > swin_t              head           Linear(768, 1000)
# --8<-- [end:heads]

# --8<-- [start:old]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    models.resnet18(pretrained=False)
for warning in caught:
    print(str(warning.message)[:88])
# > The parameter 'pretrained' is deprecated since 0.13 and may be removed in the future, pl
# > Arguments other than a weight enum or `None` for 'weights' are deprecated since 0.13 and
# --8<-- [end:old]

# --8<-- [start:classes]
try:
    models.resnet18(weights=weights, num_classes=10)
except ValueError as error:
    print(error)
# > The parameter 'num_classes' expected value 1000 but got 10 instead.
try:
    models.resnet18(weights="imagenet")
except KeyError as error:
    print("KeyError", error)
# > KeyError 'imagenet'
# --8<-- [end:classes]
