# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 2
# ///
"""One model on cuda:0 and cuda:1: one backward crosses both, and the gradients are those of one device."""

import copy

import torch
from torch import nn

# --8<-- [start:two-gpus]
torch.manual_seed(0)
first, second = nn.Sequential(nn.Linear(4, 8), nn.ReLU()), nn.Linear(8, 2)
on_cpu = nn.Sequential(copy.deepcopy(first), copy.deepcopy(second))
first, second = first.to("cuda:0"), second.to("cuda:1")
inputs, targets = torch.randn(16, 4), torch.randn(16, 2)

outputs = second(first(inputs.to("cuda:0")).to("cuda:1"))
nn.functional.mse_loss(outputs, targets.to("cuda:1")).backward()
nn.functional.mse_loss(on_cpu(inputs), targets).backward()

parameters = [*first.parameters(), *second.parameters()]
print([str(parameter.grad.device) for parameter in parameters])
for parameter, other in zip(parameters, on_cpu.parameters(), strict=True):
    same = torch.allclose(parameter.grad.cpu(), other.grad, atol=1e-5)
    print(f"same gradient as on one device: {same}")
# --8<-- [end:two-gpus]
