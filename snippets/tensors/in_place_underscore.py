# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The same method with and without the underscore, and the operators."""

import torch

# --8<-- [start:underscore]
x = torch.tensor([1.0, -2.0, 3.0])

print(f"{x.add(10)=}")
# > x.add(10)=tensor([11.,  8., 13.])
print(f"{x=}")  # as before
# > x=tensor([ 1., -2.,  3.])
print(f"{x.add_(10)=}")
# > x.add_(10)=tensor([11.,  8., 13.])
print(f"{x=}")  # overwritten
# > x=tensor([11.,  8., 13.])
# --8<-- [end:underscore]

# --8<-- [start:forgotten]
scores = torch.tensor([1.0, -2.0, 3.0])
mask = torch.tensor([False, False, True])

scores.clamp(min=0)  # the result is thrown away
scores.masked_fill(mask, 0)
print(f"{scores=}")
# > scores=tensor([ 1., -2.,  3.])
scores = scores.clamp(min=0).masked_fill(mask, 0)
print(f"{scores=}")
# > scores=tensor([1., 0., 0.])
# --8<-- [end:forgotten]

# --8<-- [start:operators]
x = torch.ones(2)
y = x  # a second name
x += 1  # in place
print(f"{y=}, {x is y=}")
# > y=tensor([2., 2.]), x is y=True
x = torch.ones(2)
y = x
x = x + 1  # a new tensor under the old name
print(f"{y=}, {x is y=}")
# > y=tensor([1., 1.]), x is y=False
# --8<-- [end:operators]

# --8<-- [start:more]
x = torch.tensor([4.0, 9.0, -1.0])
x[2] = 1  # assigning to a part
x.sqrt_().mul_(2)  # a chain
print(f"{x=}")
# > x=tensor([4., 6., 2.])
x[x > 4] = 0
print(f"{x=}")
# > x=tensor([4., 0., 2.])
x.copy_(torch.tensor([7, 8, 9]))  # takes values, keeps dtype and device
print(f"{x=}")
# > x=tensor([7., 8., 9.])
torch.nn.init.constant_(x, 0.5)  # the functions of nn.init
print(f"{x=}")
# > x=tensor([0.5000, 0.5000, 0.5000])
torch.add(x, 1, out=x)  # out= names the tensor to write to
print(f"{x=}")
# > x=tensor([1.5000, 1.5000, 1.5000])
# --8<-- [end:more]
