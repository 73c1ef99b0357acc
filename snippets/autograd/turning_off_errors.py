# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2.0"]
#
# [tool.tbe]
# claims = ["err.requires-grad-nonleaf", "err.numpy-requires-grad", "err.deepcopy-nonleaf"]
# ///
"""The messages of a tensor that is still in the graph, and of a with without parentheses."""

import copy

import torch
from torch import nn
from torch.nn.utils import parametrizations, weight_norm

# --8<-- [start:numpy]
w = torch.ones(2, requires_grad=True)
try:
    w.numpy()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
print(f"{w.detach().cpu().numpy()=}")
# > w.detach().cpu().numpy()=array([1., 1.], dtype=float32)
# --8<-- [end:numpy]

# --8<-- [start:nonleaf]
y = w * 2
layer = parametrizations.weight_norm(nn.Linear(2, 1))
embedding = nn.Embedding(3, 2)
for tensor in (
    y,  # an output
    layer.weight,  # computed from its length and direction
    embedding.weight[0],  # a part
):
    try:
        tensor.requires_grad = False
    except RuntimeError as error:
        print(f"{type(error).__name__}: {str(error).split('. ')[0]}")
# > RuntimeError: you can only change requires_grad flags of leaf variables
# > RuntimeError: you can only change requires_grad flags of leaf variables
# > RuntimeError: you can only change requires_grad flags of leaf variables

layer.requires_grad_(False)  # all parameters of it
print(f"{y.detach().requires_grad=} {layer.weight.requires_grad=}")
# > y.detach().requires_grad=False layer.weight.requires_grad=False
keep = torch.tensor([[0.0], [1.0], [1.0]])  # row 0 is not to learn
embedding.weight.register_hook(lambda gradient: gradient * keep)
embedding(torch.tensor([0, 1])).sum().backward()
print(f"{embedding.weight.grad.tolist()=}")
# > embedding.weight.grad.tolist()=[[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
# --8<-- [end:nonleaf]

# --8<-- [start:deepcopy]
model = nn.Linear(2, 1)
model.last = model(torch.ones(1, 2))  # an output, kept
old = weight_norm(nn.Linear(2, 1))
# ! FutureWarning: `torch.nn.utils.weight_norm` is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm`.
for thing in (y, model, old):
    try:
        copy.deepcopy(thing)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {str(error).split('.')[0]}")
# > RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment
# > RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment
# > RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment

model.last = model.last.detach()
new = parametrizations.weight_norm(nn.Linear(2, 1))
for thing in (y.detach(), model, new):
    print(type(copy.deepcopy(thing)).__name__)
# > Tensor
# > Linear
# > ParametrizedLinear
# --8<-- [end:deepcopy]

# --8<-- [start:parentheses]
try:
    with torch.no_grad:  # () is missing
        w * 2
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).split(' (')[0]}")
# > TypeError: 'type' object does not support the context manager protocol
# --8<-- [end:parentheses]
