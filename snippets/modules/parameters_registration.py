# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["parameter.requires-grad-on-assign", "parameter.same-value-as-tensor", "parameter.reason-autograd"]
# ///
"""The flag is set when the Parameter is made; the assignment registers it; autograd has no say in the list."""

import torch
from torch import nn

# --8<-- [start:when]
weight = nn.Parameter(torch.zeros(2))
print(f"before any module: {weight.requires_grad=}")
# > before any module: weight.requires_grad=True

module = nn.Module()
module.weight = weight
print("after assigning:  ", [name for name, _ in module.named_parameters()])
# > after assigning:   ['weight']
# --8<-- [end:when]


# --8<-- [start:same]
class Scale(nn.Module):
    def __init__(self, weight):
        super().__init__()
        self.weight = weight

    def forward(self, inputs):
        return inputs * self.weight


inputs, weight = torch.tensor([1.0, 2.0]), torch.tensor([3.0])
print(f"tensor:    {Scale(weight)(inputs).tolist()}")
# > tensor:    [3.0, 6.0]
print(f"parameter: {Scale(nn.Parameter(weight))(inputs).tolist()}")
# > parameter: [3.0, 6.0]
# --8<-- [end:same]

# --8<-- [start:reason]
module = nn.Module()
module.tensor = torch.ones(1, requires_grad=True)
module.frozen = nn.Parameter(torch.ones(1), requires_grad=False)
(module.tensor * module.frozen).sum().backward()

print(f"{module.tensor.grad=} {module.frozen.grad=}")
# > module.tensor.grad=tensor([1.]) module.frozen.grad=None
print("parameters():", [name for name, _ in module.named_parameters()])
# > parameters(): ['frozen']
# --8<-- [end:reason]


# --8<-- [start:answer]
class Normalized(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3))  # learned
        self.register_buffer("mean", torch.zeros(3))  # kept, not learned


# --8<-- [end:answer]
