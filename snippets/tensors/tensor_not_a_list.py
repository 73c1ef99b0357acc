# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What a list does with *, + and mixed types, and what a tensor does."""

import torch

# --8<-- [start:list]
numbers = [1, 2, 3]
x = torch.tensor(numbers)
print(numbers * 2, numbers + numbers)
# > [1, 2, 3, 1, 2, 3] [1, 2, 3, 1, 2, 3]
print(x * 2, x + x)
# > tensor([2, 4, 6]) tensor([2, 4, 6])
# --8<-- [end:list]

# --8<-- [start:dtype]
print(torch.tensor([1, 2, 3.5]))  # one dtype for all
# > tensor([1.0000, 2.0000, 3.5000])
print(torch.tensor([True, 2, 3]))
# > tensor([1, 2, 3])
# --8<-- [end:dtype]

# --8<-- [start:back]
print(x[0], x[0].item(), x.tolist())
# > tensor(1) 1 [1, 2, 3]
print(type(x[0]).__name__, type(x[0].item()).__name__)
# > Tensor int
# --8<-- [end:back]
