# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Modules hold modules: children, the whole tree, one by its path, and replacing one."""

import torch
from torch import nn


# --8<-- [start:tree]
class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.linear = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, inputs):  # (batch, width)
        return inputs + torch.relu(self.norm(self.linear(inputs)))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = Block(4)
        self.head = nn.Linear(4, 2)

    def forward(self, inputs):  # (batch, 4)
        return self.head(self.body(inputs))  # (batch, 2)


model = Net()
print("children:", [name for name, _ in model.named_children()])
# > children: ['body', 'head']
print("modules: ", [name for name, _ in model.named_modules()])
# > modules:  ['', 'body', 'body.linear', 'body.norm', 'head']
# --8<-- [end:tree]

# --8<-- [start:path]
print(model.body.linear)
# > Linear(in_features=4, out_features=4, bias=True)
print(model.get_submodule("body.linear") is model.body.linear)
# > True
linears = [n for n, m in model.named_modules() if isinstance(m, nn.Linear)]
print(f"{linears=}")
# > linears=['body.linear', 'head']
# --8<-- [end:path]

# --8<-- [start:replace]
model.head = nn.Linear(4, 10)  # ten classes from now on
print(f"{model(torch.ones(2, 4)).shape=}")
# > model(torch.ones(2, 4)).shape=torch.Size([2, 10])
print([name for name, _ in model.named_children()])
# > ['body', 'head']
# --8<-- [end:replace]

# --8<-- [start:late]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model.head = nn.Linear(4, 10)  # after the optimizer was made
before = {name: p.detach().clone() for name, p in model.named_parameters()}
torch.manual_seed(0)
model(torch.randn(8, 4)).square().mean().backward()
optimizer.step()
for name, parameter in model.named_parameters():
    if name.endswith("weight"):
        moved = not torch.equal(parameter, before[name])
        print(f"{name:18} gradient: {parameter.grad is not None}, moved: {moved}")
# > body.linear.weight gradient: True, moved: True
# > body.norm.weight   gradient: True, moved: True
# > head.weight        gradient: True, moved: False
# --8<-- [end:late]


# --8<-- [start:shared]
class Twice(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 4)

    def forward(self, inputs):  # the same layer, run twice
        return self.linear(self.linear(inputs))


print(f"one layer:  {sum(p.numel() for p in nn.Linear(4, 4).parameters())} numbers")
# > one layer:  20 numbers
print(f"used twice: {sum(p.numel() for p in Twice().parameters())} numbers")
# > used twice: 20 numbers
# --8<-- [end:shared]
