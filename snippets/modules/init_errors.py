# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What nn.init refuses, and a model whose attribute is not every module's."""

from torch import nn

# --8<-- [start:fan]
layer = nn.Linear(4, 8)
try:
    nn.init.kaiming_normal_(layer.bias)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions
nn.init.zeros_(layer.bias)
print(f"{layer.bias.tolist()=}")
# > layer.bias.tolist()=[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
# --8<-- [end:fan]

# --8<-- [start:attribute]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
try:
    model.apply(lambda module: nn.init.zeros_(module.bias))
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'ReLU' object has no attribute 'bias'


def zero_bias(module):
    if isinstance(module, nn.Linear) and module.bias is not None:
        nn.init.zeros_(module.bias)


print(f"{model.apply(zero_bias)[0].bias.abs().sum().item()=}")
# > model.apply(zero_bias)[0].bias.abs().sum().item()=0.0
# --8<-- [end:attribute]

# --8<-- [start:called]
try:
    print(model.apply(zero_bias(model)))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: 'NoneType' object is not callable
# --8<-- [end:called]
