# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["transfer.frozen-values-kept"]
# ///
"""A frozen BatchNorm goes on counting its statistics until it is put into eval mode."""

import torch
from torch import nn

# --8<-- [start:moves]
torch.manual_seed(0)
backbone = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU())
model = nn.Sequential(backbone, nn.Linear(8, 2))
backbone.requires_grad_(False)
probe = torch.randn(3, 4)


def features():
    was = backbone.training
    backbone.eval()
    out = backbone(probe)
    backbone.train(was)
    return out


before = features()
model.train()
for _ in range(20):
    model(torch.randn(32, 4) + 5)  # the new data lie elsewhere
after = features()
print("running mean of the inputs:", backbone[1].running_mean[:3])
# > running mean of the inputs: tensor([-2.5631,  1.2364, -1.0221])
print("features changed by up to", round((after - before).abs().max().item(), 2))
# > features changed by up to 7.21
# --8<-- [end:moves]

# --8<-- [start:eval]
before = features()
model.train()
backbone.eval()  # after each model.train()
for _ in range(20):
    model(torch.randn(32, 4) - 5)
print(torch.equal(features(), before))
# > True
# --8<-- [end:eval]


# --8<-- [start:train]
class Frozen(nn.Sequential):
    """A backbone whose train() has no effect."""

    def train(self, mode=True):
        return super().train(False)


model = nn.Sequential(Frozen(*backbone), nn.Linear(8, 2)).train()
print(model.training, model[0].training, model[0][1].training)
# > True False False
# --8<-- [end:train]
