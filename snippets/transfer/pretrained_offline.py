# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""Weights that were brought along instead of downloaded."""

from pathlib import Path

import torch
from torchvision import models

# --8<-- [start:copy]
folder = Path(torch.hub.get_dir()) / "checkpoints"
print(
    "/".join(folder.parts[-3:]), models.ResNet18_Weights.DEFAULT.url.split("/")[-1]
)
# > torch/hub/checkpoints resnet18-f37072fd.pth
# --8<-- [end:copy]

# --8<-- [start:file]
torch.save(
    models.resnet18(weights=None).state_dict(), "resnet18.pth"
)  # brought along
model = models.resnet18(weights=None)
print(model.load_state_dict(torch.load("resnet18.pth", weights_only=True)))
# > <All keys matched successfully>
# --8<-- [end:file]
