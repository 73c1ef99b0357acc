# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.linear-shapes"]
# ///
"""nn.Linear is a matrix product, and the shapes in its error are those of that product."""

import torch
from torch import nn

# --8<-- [start:linear]
torch.manual_seed(0)
layer = nn.Linear(10, 2)
x = torch.rand(3, 10)
print(layer.weight.shape)  # (out, in): transposed for the product
# > torch.Size([2, 10])
print(torch.allclose(layer(x), x @ layer.weight.T + layer.bias))
# > True
print(layer(torch.rand(4, 3, 10)).shape)  # only the last dimension counts
# > torch.Size([4, 3, 2])
# --8<-- [end:linear]

# --8<-- [start:error]
for shape in ((3, 5), (4, 3, 5)):
    try:
        layer(torch.rand(shape))
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (3x5 and 10x2)
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (12x5 and 10x2)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (3x5 and 10x2)
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (12x5 and 10x2)
# --8<-- [end:error]

# --8<-- [start:flatten]
features = nn.Sequential(nn.Conv2d(1, 8, 3), nn.MaxPool2d(2), nn.Flatten())
images = torch.rand(5, 1, 28, 28)
model = nn.Sequential(
    features, nn.Linear(8 * 28 * 28, 10)
)  # the image's size: wrong
try:
    model(images)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (5x1352 and 6272x10)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (5x1352 and 6272x10)
# --8<-- [end:flatten]

# --8<-- [start:fixed]
print(features(images).shape)  # ask
# > torch.Size([5, 1352])
model = nn.Sequential(features, nn.Linear(8 * 13 * 13, 10))
print(model(images).shape)
# > torch.Size([5, 10])

model = nn.Sequential(features, nn.LazyLinear(10))  # or let the first batch decide
print(model(images).shape, model[1].in_features)
# > torch.Size([5, 10]) 1352
# --8<-- [end:fixed]
