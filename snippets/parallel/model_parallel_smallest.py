# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mp.model-parallel-definition", "two.meta-model-parallel"]
# ///
"""A model in two parts, each on its own device: forward moves the hidden values, backward comes back by itself."""

# --8<-- [start:answer]
import torch
from torch import nn

two_gpus = torch.cuda.device_count() > 1
first_device = "cuda:0" if two_gpus else "cpu"
second_device = "cuda:1" if two_gpus else "cpu"


class TwoParts(nn.Module):
    def __init__(self, first_device, second_device):
        super().__init__()
        self.second_device = second_device
        self.first = nn.Sequential(nn.Linear(4, 8), nn.ReLU()).to(first_device)
        self.second = nn.Linear(8, 2).to(second_device)

    def forward(self, inputs):  # (batch, 4)
        hidden = self.first(inputs)  # (batch, 8)
        return self.second(hidden.to(self.second_device))  # (batch, 2)


# --8<-- [end:answer]

# --8<-- [start:two-parts]
model = TwoParts(first_device, second_device)
inputs = torch.randn(16, 4).to(first_device)
targets = torch.randn(16, 2).to(second_device)  # where the outputs are

loss = nn.functional.mse_loss(model(inputs), targets)
loss.backward()
for name, parameter in model.named_parameters():
    beside = parameter.grad.device == parameter.device
    shape = tuple(parameter.grad.shape)
    print(f"{name:14} grad {shape} on its device: {beside}")
# > first.0.weight grad (8, 4) on its device: True
# > first.0.bias   grad (8,) on its device: True
# > second.weight  grad (2, 8) on its device: True
# > second.bias    grad (2,) on its device: True
# --8<-- [end:two-parts]

# --8<-- [start:meta]
model = TwoParts("cpu", "meta")  # meta knows shapes, no values
outputs = model(torch.randn(16, 4))
print([parameter.device.type for parameter in model.parameters()])
# > ['cpu', 'cpu', 'meta', 'meta']
print(f"{outputs.device.type} {tuple(outputs.shape)}")
# > meta (16, 2)
conv = nn.Conv2d(1, 1, 1, device="meta")
print("not moved and not noticed:", conv(torch.ones(1, 1, 2, 2)).device)
# > not moved and not noticed: cpu
# --8<-- [end:meta]
