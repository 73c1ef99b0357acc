# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""The output of a named layer of a torchvision model: by a hook, by create_feature_extractor, by its
children."""

import torch
from torch import nn
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
print(model.relu)
# > ReLU(inplace=True)
print("it stops there:", not hasattr(extractor, "fc"))
# > it stops there: True
# --8<-- [end:named]


# --8<-- [start:condition]
class Checked(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 2)

    def forward(self, inputs):
        if inputs.sum() > 0:  # looks at the data
            return self.linear(inputs)
        return inputs


try:
    create_feature_extractor(Checked(), ["linear"])
except torch.fx.proxy.TraceError as error:
    print(f"{type(error).__name__}: {error}")
# > TraceError: symbolically traced variables cannot be used as inputs to control flow
# --8<-- [end:condition]

# --8<-- [start:children]
print(tuple(nn.Sequential(*list(model.children())[:-1])(images).shape))
# > (2, 512, 1, 1)
try:
    nn.Sequential(*model.children())(images)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1024x1 and 512x1000)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (1024x1 and 512x1000)
# --8<-- [end:children]
