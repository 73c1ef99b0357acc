# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The order of apply(), what it returns, and functions whose name ends in an underscore."""

import torch
from torch import nn

# --8<-- [start:order]
model = nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.ReLU(), nn.Linear(2, 1)))
visited = []
returned = model.apply(lambda module: visited.append(type(module).__name__))
print(f"apply():   {visited}")
# > apply():   ['Linear', 'ReLU', 'Linear', 'Sequential', 'Sequential']
print(f"modules(): {[type(module).__name__ for module in model.modules()]}")
# > modules(): ['Sequential', 'Linear', 'Sequential', 'ReLU', 'Linear']
print(f"{returned is model=}")
# > returned is model=True
# --8<-- [end:order]

# --8<-- [start:in-place]
weight = model[0].weight
address = weight.data_ptr()
result = nn.init.constant_(weight, 0.5)
print(f"{result is weight=} {weight.data_ptr() == address=}")
# > result is weight=True weight.data_ptr() == address=True
print(f"{weight.requires_grad=} {weight.grad_fn=}")
# > weight.requires_grad=True weight.grad_fn=None
# --8<-- [end:in-place]

# --8<-- [start:no-grad]
try:
    weight.fill_(0.5)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
with torch.no_grad():
    weight.fill_(0.5)
    weight[0] = torch.tensor([1.0, 2.0])
print(f"{weight=}")
# > weight=Parameter containing:
# > tensor([[1.0000, 2.0000],
# >         [0.5000, 0.5000]], requires_grad=True)
# --8<-- [end:no-grad]


# --8<-- [start:head]
def init(module):
    if isinstance(module, nn.Linear):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        nn.init.zeros_(module.bias)


pretrained = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 10))
for name, chosen in (("model", lambda m: m), ("model[2]", lambda m: m[2])):
    model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 10))
    model.load_state_dict(pretrained.state_dict())
    chosen(model).apply(init)
    kept = torch.equal(model[0].weight, pretrained[0].weight)
    print(f"{name}.apply(init): loaded weights of the first layer kept: {kept}")
# > model.apply(init): loaded weights of the first layer kept: False
# > model[2].apply(init): loaded weights of the first layer kept: True
# --8<-- [end:head]
