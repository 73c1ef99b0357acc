# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.ambiguous-bool"]
# ///
"""What goes wrong with masks, and with values that are put where they point."""

import torch

matrix = torch.zeros(2, 3)

# --8<-- [start:mask]
try:
    matrix[torch.tensor([True, False, True])]  # one entry a column, used for rows
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0

print(matrix[:, torch.tensor([True, False, True])].shape)
# > torch.Size([2, 2])
# --8<-- [end:mask]

# --8<-- [start:ambiguous]
a, b = torch.tensor([1, 2]), torch.tensor([1, 3])
conditions = {
    "if": lambda: "equal" if a == b else "different",
    "and": lambda: (a > 0) and (b < 3),
    "not": lambda: not a,
    "0 < a < 3": lambda: 0 < a < 3,
    "brackets": lambda: a > 0 & a < 3,  # Python reads a > (0 & a) < 3
    "in": lambda: a in [b],
}
for name, condition in conditions.items():
    try:
        condition()
    except RuntimeError as error:
        print(f"{name:9} {type(error).__name__}: {error}")
# > if        RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# > and       RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# > not       RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# > 0 < a < 3 RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# > brackets  RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# > in        RuntimeError: Boolean value of Tensor with more than one value is ambiguous

print(torch.equal(a, b), (a > 0) & (b < 3), (a > 0) & (a < 3))
# > False tensor([ True, False]) tensor([True, True])
# --8<-- [end:ambiguous]

# --8<-- [start:brackets]
x = torch.tensor([0.2, 0.5, 0.8])
try:
    print(x > 0.3 & x < 0.6)  # Python reads 0.3 & x first
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: "bitwise_and_cpu" not implemented for 'Float'

print((x > 0.3) & (x < 0.6))
# > tensor([False,  True, False])

keep = torch.tensor([1.0, 1.0, 0.0])  # a mask of floats
try:
    (x > 0.3) & keep
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: "bitwise_and_cpu" not implemented for 'Float'
print((x > 0.3) & keep.bool())
# > tensor([False,  True, False])
# --8<-- [end:brackets]

# --8<-- [start:mean]
mask = torch.tensor([True, False, True, True])
try:
    mask.mean()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Bool
# <= 2.14
# > RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Bool

print(mask.float().mean())
# > tensor(0.7500)
# --8<-- [end:mean]

# --8<-- [start:assign]
try:
    matrix[0] = torch.ones(4)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: The expanded size of the tensor (3) must match the existing size (4) at non-singleton dimension 0.  Target sizes: [3].  Tensor sizes: [4]

mask = torch.tensor([[True, True, False], [False, False, False]])
try:
    matrix[mask] = torch.ones(3)  # the mask is true twice
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: shape mismatch: value tensor of shape [3] cannot be broadcast to indexing result of shape [2]
matrix[mask] = torch.ones(int(mask.sum()))
print(matrix)
# > tensor([[1., 1., 0.],
# >         [0., 0., 0.]])
# --8<-- [end:assign]

# --8<-- [start:dtype]
try:
    matrix[mask] = torch.ones(2, dtype=torch.float64)  # such as from NumPy
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Index put requires the source and destination dtypes match, got Float for the destination and Double for the source.
matrix[mask] = torch.ones(2, dtype=torch.float64).to(matrix.dtype)
# --8<-- [end:dtype]

# --8<-- [start:bool]
numbers = torch.tensor([1, 0, 1])  # 0 and 1, but no booleans
try:
    torch.zeros(3).masked_fill(numbers, 9)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype long int
try:
    torch.where(numbers.float(), 9, 0)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: where expected condition to be a boolean tensor, but got a tensor with dtype Float
print(torch.zeros(3).masked_fill(numbers.bool(), 9))
# > tensor([9., 0., 9.])
# --8<-- [end:bool]
