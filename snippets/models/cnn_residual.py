# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""A ResNet block by hand, equal to torchvision's, and what its shortcut does."""

import torch
from torch import nn
from torchvision.models.resnet import BasicBlock

torch.manual_seed(0)


# --8<-- [start:block]
class Block(nn.Module):
    """Two convolutions and a shortcut: (n, before, h, w) -> (n, after, h', w')."""

    def __init__(self, before, after, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(before, after, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(after)
        self.conv2 = nn.Conv2d(after, after, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(after)
        self.downsample = None
        if stride != 1 or before != after:  # x must get the shape of the output
            self.downsample = nn.Sequential(
                nn.Conv2d(before, after, 1, stride, bias=False),
                nn.BatchNorm2d(after),
            )

    def forward(self, x):
        out = self.bn1(self.conv1(x)).relu()
        out = self.bn2(self.conv2(out))
        shortcut = x if self.downsample is None else self.downsample(x)
        return (out + shortcut).relu()


x = torch.randn(2, 8, 14, 14)
for before, after, stride in ((8, 8, 1), (8, 16, 2)):
    ours = Block(before, after, stride)
    theirs = BasicBlock(before, after, stride, ours.downsample)
    print(theirs.load_state_dict(ours.state_dict()))
    print(tuple(ours(x).shape), torch.allclose(ours(x), theirs(x), atol=1e-5))
# > <All keys matched successfully>
# > (2, 8, 14, 14) True
# > <All keys matched successfully>
# > (2, 16, 7, 7) True
# --8<-- [end:block]


# --8<-- [start:deep]
def first_gradient(depth, shortcut, seed):
    """Size of the gradient that reaches the first of many convolutions."""
    torch.manual_seed(seed)
    convs = [nn.Conv2d(8, 8, 3, padding=1) for _ in range(depth)]
    out = torch.randn(4, 8, 8, 8)
    for conv in convs:
        out = conv(out).relu() + (out if shortcut else 0)
    out.mean().backward()
    return convs[0].weight.grad.norm().item()


for depth in (2, 10, 30):
    for seed in range(2):
        plain = first_gradient(depth, False, seed)
        shortcut = first_gradient(depth, True, seed)
        print(f"{depth} layers: plain {plain:.0e}, with shortcuts {shortcut:.0e}")
        print(f"{plain < shortcut=}")
# ~ 2 layers: plain 7e-02, with shortcuts 2e-01
# > plain < shortcut=True
# ~ 2 layers: plain 1e-01, with shortcuts 2e-01
# > plain < shortcut=True
# ~ 10 layers: plain 5e-06, with shortcuts 1e+00
# > plain < shortcut=True
# ~ 10 layers: plain 2e-05, with shortcuts 1e+00
# > plain < shortcut=True
# ~ 30 layers: plain 3e-15, with shortcuts 1e+02
# > plain < shortcut=True
# ~ 30 layers: plain 5e-14, with shortcuts 8e+01
# > plain < shortcut=True
# --8<-- [end:deep]

# --8<-- [start:shapes]
out = nn.Conv2d(8, 16, 3, stride=2, padding=1)(x)  # (2, 16, 7, 7)
for shortcut in (x, x[:, :, ::2, ::2]):
    try:
        out + shortcut
    except RuntimeError as error:
        print(error)
# > The size of tensor a (7) must match the size of tensor b (14) at non-singleton dimension 3
# > The size of tensor a (16) must match the size of tensor b (8) at non-singleton dimension 1
print(tuple((out + nn.Conv2d(8, 16, 1, stride=2)(x)).shape))
# > (2, 16, 7, 7)
# --8<-- [end:shapes]
