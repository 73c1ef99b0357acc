# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Operators and functions that treat each element on its own."""

import torch

# --8<-- [start:operators]
a = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
b = torch.tensor([[10.0, 20.0], [30.0, 40.0]])

print(f"{a + b=}")
# > a + b=tensor([[11., 22.],
# >         [33., 44.]])
print(f"{a * b=}")  # element by element
# > a * b=tensor([[ 10.,  40.],
# >         [ 90., 160.]])
print(f"{a @ b=}")  # the matrix product
# > a @ b=tensor([[ 70., 100.],
# >         [150., 220.]])
print(f"{torch.equal(a * b, torch.mul(a, b))=}")
# > torch.equal(a * b, torch.mul(a, b))=True
# --8<-- [end:operators]

# --8<-- [start:functions]
x = torch.tensor([-2.0, 0.0, 0.5, 4.0])

print(f"{x.abs()=}")
# > x.abs()=tensor([2.0000, 0.0000, 0.5000, 4.0000])
print(f"{x.exp()=}")
# > x.exp()=tensor([ 0.1353,  1.0000,  1.6487, 54.5981])
print(f"{x.clamp(min=0, max=1)=}")
# > x.clamp(min=0, max=1)=tensor([0.0000, 0.0000, 0.5000, 1.0000])
print(f"{torch.where(x > 0, x, -1)=}")
# > torch.where(x > 0, x, -1)=tensor([-1.0000, -1.0000,  0.5000,  4.0000])
print(f"{torch.maximum(x, torch.tensor(1.0))=}")
# > torch.maximum(x, torch.tensor(1.0))=tensor([1., 1., 1., 4.])
print(f"{x=}")  # as before
# > x=tensor([-2.0000,  0.0000,  0.5000,  4.0000])
# --8<-- [end:functions]

# --8<-- [start:rounding]
print(f"{torch.tensor([0.5, 1.5, 2.5]).round()=}")  # halves go to the even number
# > torch.tensor([0.5, 1.5, 2.5]).round()=tensor([0., 2., 2.])
print(f"{torch.tensor([-7, 7]) // 2=}")  # down, not towards zero
# > torch.tensor([-7, 7]) // 2=tensor([-4,  3])
print(f"{torch.tensor([-7, 7]) % 3=}")
# > torch.tensor([-7, 7]) % 3=tensor([2, 1])
# --8<-- [end:rounding]

# --8<-- [start:special]
x = torch.tensor([1.0, 0.0, -1.0])
print(f"{x / 0=}")
# > x / 0=tensor([inf, nan, -inf])
print(f"{x.log()=}")
# > x.log()=tensor([0., -inf, nan])
print(f"{x.sqrt().sum()=}")  # one NaN is enough
# > x.sqrt().sum()=tensor(nan)
print(f"{x.sqrt().nansum()=}, {x.sqrt().isnan()=}")
# > x.sqrt().nansum()=tensor(1.), x.sqrt().isnan()=tensor([False, False,  True])
try:
    torch.tensor([1, 2]) // 0  # integers have no infinity
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: ZeroDivisionError
# --8<-- [end:special]
