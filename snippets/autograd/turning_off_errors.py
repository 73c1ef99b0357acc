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
try:
    y.requires_grad = False
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}")
# > RuntimeError: you can only change requires_grad flags of leaf variables
print(f"{y.detach().requires_grad=}")
# > y.detach().requires_grad=False
# --8<-- [end:nonleaf]

# --8<-- [start:deepcopy]
try:
    copy.deepcopy(y)
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('.')[0]}")
# > RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment
print(f"{y.detach().clone()=}")
# > y.detach().clone()=tensor([2., 2.])
# --8<-- [end:deepcopy]

# --8<-- [start:parentheses]
try:
    with torch.no_grad:  # () is missing
        w * 2
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).split(' (')[0]}")
# > TypeError: 'type' object does not support the context manager protocol
# --8<-- [end:parentheses]
