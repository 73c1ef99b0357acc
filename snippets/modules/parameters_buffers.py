# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Buffers: values that belong to the model and are not learned; persistent or not, and who writes them."""

import torch
from torch import nn


# --8<-- [start:normalize]
class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", mean)
        self.std = nn.Buffer(std)  # the same, as an assignment
        self.register_buffer("calls", torch.tensor(0), persistent=False)

    def forward(self, inputs):  # (batch, features)
        self.calls += 1
        return (inputs - self.mean) / self.std


model = Normalize(torch.tensor([1.0, 2.0]), torch.tensor([2.0, 4.0]))
print(f"{model(torch.tensor([[3.0, 6.0]]))=}")
# > model(torch.tensor([[3.0, 6.0]]))=tensor([[1., 1.]])
print("parameters():", list(model.parameters()))
# > parameters(): []
print("buffers():   ", [name for name, _ in model.named_buffers()])
# > buffers():    ['mean', 'std', 'calls']
print("state_dict():", list(model.state_dict()))
# > state_dict(): ['mean', 'std']

on_meta = Normalize(torch.zeros(2), torch.ones(2)).to("meta")
print("moved:       ", [name for name, b in on_meta.named_buffers() if b.is_meta])
# > moved:        ['mean', 'std', 'calls']
# --8<-- [end:normalize]

# --8<-- [start:assign]
model.mean = torch.zeros(2)  # the name stays a buffer
print("buffers():   ", [name for name, _ in model.named_buffers()])
# > buffers():    ['mean', 'std', 'calls']
# --8<-- [end:assign]

# --8<-- [start:batchnorm]
norm = nn.BatchNorm1d(2)
print("parameters():", [name for name, _ in norm.named_parameters()])
# > parameters(): ['weight', 'bias']
print("buffers():   ", [name for name, _ in norm.named_buffers()])
# > buffers():    ['running_mean', 'running_var', 'num_batches_tracked']
norm(torch.tensor([[1.0, 10.0], [3.0, 30.0]]))
print(f"{norm.running_mean=}")
# > norm.running_mean=tensor([0.2000, 2.0000])
# --8<-- [end:batchnorm]

# --8<-- [start:frozen]
frozen = nn.Module()
frozen.table = nn.Parameter(torch.ones(2), requires_grad=False)
frozen.requires_grad_(True)  # somebody unfreezes the whole model
model.requires_grad_(True)
print(f"frozen parameter: {frozen.table.requires_grad}")
# > frozen parameter: True
print(f"buffer:           {model.mean.requires_grad}")
# > buffer:           False
# --8<-- [end:frozen]
