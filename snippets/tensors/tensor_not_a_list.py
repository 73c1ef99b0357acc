# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""What a list does with *, + and mixed types, and what a tensor does."""

import numpy as np
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

# --8<-- [start:array]
array = np.array([1.0, 2.0, 3.0])
x = torch.tensor(array, requires_grad=True)
print(array.shape, array.dtype, array * 2)
# > (3,) float64 [2. 4. 6.]
print(x.shape, x.dtype, (x * 2).tolist())
# > torch.Size([3]) torch.float64 [2.0, 4.0, 6.0]
(x**2).sum().backward()  # the gradient of the sum of squares: 2 x
print(x.grad, hasattr(array, "grad"))
# > tensor([2., 4., 6.], dtype=torch.float64) False
print(torch.ones(3).dtype, np.ones(3).dtype)  # where nothing says which
# > torch.float32 float64
# --8<-- [end:array]
