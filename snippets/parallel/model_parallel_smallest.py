# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mp.model-parallel-definition", "two.meta-model-parallel"]
# ///
"""A model in two parts, each on its own device: forward moves the hidden values, backward comes back by itself."""

import torch
from torch import nn

# --8<-- [start:two-parts]
first_device, second_device = ("cuda:0", "cuda:1") if torch.cuda.device_count() > 1 else ("cpu", "cpu")


class TwoParts(nn.Module):
    def __init__(self, first_device, second_device):
        super().__init__()
        self.second_device = second_device
        self.first = nn.Sequential(nn.Linear(4, 8), nn.ReLU()).to(first_device)
        self.second = nn.Linear(8, 2).to(second_device)

    def forward(self, inputs):  # (batch, 4)
        hidden = self.first(inputs)  # (batch, 8)
        return self.second(hidden.to(self.second_device))  # (batch, 2)


torch.manual_seed(0)
model = TwoParts(first_device, second_device)
inputs, targets = torch.randn(16, 4).to(first_device), torch.randn(16, 2).to(second_device)

loss = nn.functional.mse_loss(model(inputs), targets)  # the loss lives where the outputs are
loss.backward()
for name, parameter in model.named_parameters():
    print(f"{name:14} grad {tuple(parameter.grad.shape)} beside it: {parameter.grad.device == parameter.device}")
# > first.0.weight grad (8, 4) beside it: True
# > first.0.bias   grad (8,) beside it: True
# > second.weight  grad (2, 8) beside it: True
# > second.bias    grad (2,) beside it: True
# --8<-- [end:two-parts]

# --8<-- [start:meta]
model = TwoParts("cpu", "meta")  # meta: a second device in every computer; it knows shapes, no values
outputs = model(torch.randn(16, 4))
print([parameter.device.type for parameter in model.parameters()])
# > ['cpu', 'cpu', 'meta', 'meta']
print(f"{outputs.device.type} {tuple(outputs.shape)}")
# > meta (16, 2)
# --8<-- [end:meta]
