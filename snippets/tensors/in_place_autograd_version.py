# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Autograd counts the in-place changes of a tensor; .data escapes the count."""

import torch

# --8<-- [start:version]
x = torch.ones(2)
x.add_(1)
x[0] = 5
print(f"{x._version=}")  # two changes
# > x._version=2
# --8<-- [end:version]

# --8<-- [start:data]
w = torch.tensor([0.0, 1.0], requires_grad=True)
y = w.exp()
y.data.zero_()  # backward needs these values
y.sum().backward()
print(f"{w.grad=}")
# > w.grad=tensor([0., 0.])

w.grad = None
w.exp().sum().backward()
print(f"{w.grad=}")
# > w.grad=tensor([1.0000, 2.7183])
# --8<-- [end:data]

# --8<-- [start:no-grad]
y = w.exp()
with torch.no_grad():
    y.zero_()
try:
    y.sum().backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split(': [')[0]}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:no-grad]
