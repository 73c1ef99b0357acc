# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""An MLP is matrix products, additions and a function between them."""

from itertools import pairwise

import torch
from torch import nn

# --8<-- [start:hand]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
inputs = torch.randn(5, 4)

w1, b1, w2, b2 = model.parameters()
hidden = inputs @ w1.T + b1  # (5, 4) @ (4, 8) + (8,) -> (5, 8)
active = hidden.clamp(min=0)  # ReLU: negative values become 0
logits = active @ w2.T + b2  # (5, 8) @ (8, 3) + (3,) -> (5, 3)

print([tuple(p.shape) for p in (w1, b1, w2, b2)])
# > [(8, 4), (8,), (3, 8), (3,)]
print(torch.allclose(logits, model(inputs), atol=1e-6))
# > True
# --8<-- [end:hand]

# --8<-- [start:gradient]
targets = torch.tensor([0, 1, 2, 0, 1])
loss = nn.functional.cross_entropy(model(inputs), targets)
loss.backward()

with torch.no_grad():
    one_hot = nn.functional.one_hot(targets, 3)
    d_logits = (logits.softmax(1) - one_hot) / 5  # (5, 3)
    d_hidden = d_logits @ w2 * (hidden > 0)  # (5, 8), 0 where ReLU gave 0
    by_hand = {
        "w1": d_hidden.T @ inputs,
        "b1": d_hidden.sum(0),
        "w2": d_logits.T @ active,
        "b2": d_logits.sum(0),
    }
for (name, grad), p in zip(by_hand.items(), model.parameters(), strict=True):
    print(name, tuple(grad.shape), torch.allclose(grad, p.grad, atol=1e-6))
# > w1 (8, 4) True
# > b1 (8,) True
# > w2 (3, 8) True
# > b2 (3,) True
# --8<-- [end:gradient]

# --8<-- [start:collapse]
deep = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 8), nn.Linear(8, 3))
weight, bias = torch.eye(4), torch.zeros(4)
for layer in deep:
    weight, bias = layer.weight @ weight, layer.weight @ bias + layer.bias
print(tuple(weight.shape), tuple(bias.shape))
# > (3, 4) (3,)
print(torch.allclose(deep(inputs), inputs @ weight.T + bias, atol=1e-6))
# > True
print(sum(p.numel() for p in deep.parameters()), "parameters do the work of 15")
# > 139 parameters do the work of 15
# --8<-- [end:collapse]

# --8<-- [start:activations]
x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0])
for activation in (nn.ReLU(), nn.LeakyReLU(), nn.GELU(), nn.Tanh(), nn.Sigmoid()):
    values = " ".join(f"{v:5.2f}" for v in activation(x).tolist())
    print(f"{type(activation).__name__:<10}{values}")
# > ReLU       0.00  0.00  0.00  0.50  2.00
# > LeakyReLU -0.02 -0.00  0.00  0.50  2.00
# > GELU      -0.05 -0.15  0.00  0.35  1.95
# > Tanh      -0.96 -0.46  0.00  0.46  0.96
# > Sigmoid    0.12  0.38  0.50  0.62  0.88
# --8<-- [end:activations]


# --8<-- [start:build]
def mlp(sizes, dropout=0.0):
    """Linear layers from sizes[0] to sizes[-1]; the last one stays bare."""
    layers = []
    for before, after in pairwise(sizes[:-1]):
        layers += [nn.Linear(before, after), nn.ReLU(), nn.Dropout(dropout)]
    return nn.Sequential(*layers, nn.Linear(sizes[-2], sizes[-1]))


print(mlp([64, 128, 32, 10], dropout=0.2))
# > Sequential(
# >   (0): Linear(in_features=64, out_features=128, bias=True)
# >   (1): ReLU()
# >   (2): Dropout(p=0.2, inplace=False)
# >   (3): Linear(in_features=128, out_features=32, bias=True)
# >   (4): ReLU()
# >   (5): Dropout(p=0.2, inplace=False)
# >   (6): Linear(in_features=32, out_features=10, bias=True)
# > )
print(mlp([64, 128, 32, 10])(torch.randn(5, 64)).shape)
# > torch.Size([5, 10])
# --8<-- [end:build]

# --8<-- [start:shapes]
images = torch.randn(128, 1, 28, 28)
model = mlp([784, 64, 10])
try:
    model(images)
except RuntimeError as error:
    print(error)
# > addmm: mat1 and mat2 shapes cannot be multiplied (3584x28 and 784x64)
# <= 2.14
# > mat1 and mat2 shapes cannot be multiplied (3584x28 and 784x64)
print(model(images.flatten(1)).shape)  # (128, 1, 28, 28) -> (128, 784)
# > torch.Size([128, 10])
try:
    nn.Sequential(nn.Linear(784, 64), nn.ReLU(), nn.Linear(128, 10))(
        images.flatten(1)
    )
except RuntimeError as error:
    print(error)
# > addmm: mat1 and mat2 shapes cannot be multiplied (128x64 and 128x10)
# <= 2.14
# > mat1 and mat2 shapes cannot be multiplied (128x64 and 128x10)
try:
    model(images[0, 0].flatten(1))  # one image: flatten(0), or keep the batch
except RuntimeError as error:
    print(error)
# > addmm: mat1 and mat2 shapes cannot be multiplied (28x28 and 784x64)
# <= 2.14
# > mat1 and mat2 shapes cannot be multiplied (28x28 and 784x64)
# --8<-- [end:shapes]
