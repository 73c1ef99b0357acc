# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.no-grad-fn", "err.item-in-loss", "err.backward-nonscalar", "err.inplace-leaf", "err.requires-grad-int"]
# ///
"""The messages of a broken graph, and the line that mends each."""

import torch
from torch import nn

# --8<-- [start:no-grad-fn]
model = nn.Linear(2, 1)
inputs = torch.ones(1, 2)

with torch.no_grad():
    loss = model(inputs).sum()
try:
    loss.backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:no-grad-fn]

# --8<-- [start:cut]
frozen = nn.Linear(2, 1).requires_grad_(False)
for name, result in (
    ("no_grad", loss),
    ("detach", model(inputs).detach().sum()),
    ("argmax", model(inputs).argmax()),
    ("frozen", frozen(inputs).sum()),
    ("new", torch.tensor(model(inputs).sum().item())),
    ("data", model(inputs).data.sum()),
    ("compare", (model(inputs) > 0).float().sum()),
    ("whole", model(inputs).sum()),
):
    print(f"{name:8} requires_grad={result.requires_grad}")
# > no_grad  requires_grad=False
# > detach   requires_grad=False
# > argmax   requires_grad=False
# > frozen   requires_grad=False
# > new      requires_grad=False
# > data     requires_grad=False
# > compare  requires_grad=False
# > whole    requires_grad=True
# --8<-- [end:cut]

# --8<-- [start:item]
loss = model(inputs).sum()
try:
    loss.item().backward()
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'float' object has no attribute 'backward'
loss.backward()  # backward() on the tensor, item() for the log
print(f"{model.weight.grad=}")
# > model.weight.grad=tensor([[1., 1.]])
# --8<-- [end:item]

# --8<-- [start:nonscalar]
outputs = model(torch.ones(3, 2))
print(f"{outputs.shape=}")
# > outputs.shape=torch.Size([3, 1])
try:
    outputs.backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: grad can be implicitly created only for scalar outputs
loss = nn.MSELoss(reduction="none")(outputs, torch.zeros(3, 1))  # a loss a sample
print(f"{loss.shape=}")
# > loss.shape=torch.Size([3, 1])
model.zero_grad()
outputs.mean().backward()
print(f"mean() first: {model.weight.grad=}")
# > mean() first: model.weight.grad=tensor([[1., 1.]])
# --8<-- [end:nonscalar]

# --8<-- [start:inplace]
w = torch.ones(2, requires_grad=True)
try:
    w -= 0.1
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
try:
    w[0] = 0.0  # an element is a view
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.
with torch.no_grad():
    w -= 0.1
    w[0] = 0.0
print(f"{w=}")
# > w=tensor([0.0000, 0.9000], requires_grad=True)
# --8<-- [end:inplace]

# --8<-- [start:integer]
try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Only Tensors of floating point and complex dtype can require gradients
print(f"{torch.tensor([1.0, 2.0], requires_grad=True)=}")
# > torch.tensor([1.0, 2.0], requires_grad=True)=tensor([1., 2.], requires_grad=True)
print(f"{torch.arange(2).float().requires_grad_()=}")
# > torch.arange(2).float().requires_grad_()=tensor([0., 1.], requires_grad=True)
# --8<-- [end:integer]
