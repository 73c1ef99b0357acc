# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""The output of a named layer of a torchvision model: by a hook, and by create_feature_extractor."""

import torch
from torchvision.models import resnet18
from torchvision.models.feature_extraction import create_feature_extractor

# --8<-- [start:named]
model = resnet18(weights=None).eval()  # weights="DEFAULT" loads trained ones
images = torch.randn(2, 3, 64, 64)
print([name for name, _ in model.named_children()])
# > ['conv1', 'bn1', 'relu', 'maxpool', 'layer1', 'layer2', 'layer3', 'layer4', 'avgpool', 'fc']

kept = {}


def keep(module, args, output):
    kept["features"] = output.detach()


with model.get_submodule("layer3.1").register_forward_hook(keep):
    model(images)
print("by a hook:", tuple(kept["features"].shape))
# > by a hook: (2, 256, 4, 4)

extractor = create_feature_extractor(model, {"layer3.1": "features"})
found = extractor(images)["features"]
print("the same: ", torch.allclose(found, kept["features"], atol=1e-5))
# > the same:  True
# --8<-- [end:named]
