# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
#
# [tool.tbe]
# claims = ["seed.topics-without-claims"]
# ///
"""A model that somebody else wrote, read from outside to inside."""

import inspect

import torch
from torch import nn
from torchvision.models import resnet18

# --8<-- [start:outline]
model = resnet18(weights=None)  # the architecture; nothing is downloaded
for name, module in model.named_children():
    count = sum(p.numel() for p in module.parameters())
    print(f"{name:<8} {type(module).__name__:<18} {count:>9,} parameters")
# > conv1    Conv2d                 9,408 parameters
# > bn1      BatchNorm2d              128 parameters
# > relu     ReLU                       0 parameters
# > maxpool  MaxPool2d                  0 parameters
# > layer1   Sequential           147,968 parameters
# > layer2   Sequential           525,568 parameters
# > layer3   Sequential         2,099,712 parameters
# > layer4   Sequential         8,393,728 parameters
# > avgpool  AdaptiveAvgPool2d          0 parameters
# > fc       Linear               513,000 parameters
# --8<-- [end:outline]


# --8<-- [start:shapes]
def show(name):
    def hook(module, args, output):
        print(f"{name:<8} {tuple(args[0].shape)} -> {tuple(output.shape)}")

    return hook


for name, module in model.named_children():
    module.register_forward_hook(show(name))
model.eval()
with torch.no_grad():
    model(torch.zeros(1, 3, 224, 224))
# > conv1    (1, 3, 224, 224) -> (1, 64, 112, 112)
# > bn1      (1, 64, 112, 112) -> (1, 64, 112, 112)
# > relu     (1, 64, 112, 112) -> (1, 64, 112, 112)
# > maxpool  (1, 64, 112, 112) -> (1, 64, 56, 56)
# > layer1   (1, 64, 56, 56) -> (1, 64, 56, 56)
# > layer2   (1, 64, 56, 56) -> (1, 128, 28, 28)
# > layer3   (1, 128, 28, 28) -> (1, 256, 14, 14)
# > layer4   (1, 256, 14, 14) -> (1, 512, 7, 7)
# > avgpool  (1, 512, 7, 7) -> (1, 512, 1, 1)
# > fc       (1, 512) -> (1, 1000)
# --8<-- [end:shapes]

# --8<-- [start:source]
print(inspect.getsource(nn.Linear.forward).strip().splitlines()[-1].strip())
# > return F.linear(input, self.weight, self.bias)
print(inspect.getsource(type(model.layer1[0]).forward))
# >     def forward(self, x: Tensor) -> Tensor:
# >         identity = x
# >
# >         out = self.conv1(x)
# >         out = self.bn1(out)
# >         out = self.relu(out)
# >
# >         out = self.conv2(out)
# >         out = self.bn2(out)
# >
# >         if self.downsample is not None:
# >             identity = self.downsample(x)
# >
# >         out += identity
# >         out = self.relu(out)
# >
# >         return out
# >
# --8<-- [end:source]
