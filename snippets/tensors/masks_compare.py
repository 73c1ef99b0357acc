# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A comparison gives a tensor: what to do where one yes or no is needed."""

import torch

# --8<-- [start:compare]
a, b = torch.tensor([1, 2]), torch.tensor([1, 3])
print(f"{a == b=}")
# > a == b=tensor([ True, False])
print(f"{(a == b).all()=}, {(a == b).any()=}")
# > (a == b).all()=tensor(False), (a == b).any()=tensor(True)
print(f"{torch.equal(a, b)=}")
# > torch.equal(a, b)=False

x = torch.tensor([0.1 + 0.2], dtype=torch.float64)
y = torch.tensor([0.3], dtype=torch.float64)
print(f"{torch.equal(x, y)=}, {torch.allclose(x, y)=}")  # rounding
# > torch.equal(x, y)=False, torch.allclose(x, y)=True
# --8<-- [end:compare]
