# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.index-out-of-bounds"]
# ///
"""The errors of indexing."""

import torch

# --8<-- [start:bounds]
x = torch.zeros(3)
try:
    x[3]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: index 3 is out of bounds for dimension 0 with size 3

print(x[2], x[-1], x[2:10].shape)  # a slice may reach past the end
# > tensor(0.) tensor(0.) torch.Size([1])
# --8<-- [end:bounds]

# --8<-- [start:many]
matrix = torch.zeros(2, 3)
try:
    matrix[0, 1, 2]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: too many indices for tensor of dimension 2

print(matrix.shape)  # two dimensions take two indices
# > torch.Size([2, 3])
# --8<-- [end:many]

# --8<-- [start:list]
numbers = [[1, 2, 3], [4, 5, 6]]
try:
    numbers[:, 1]
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: list indices must be integers or slices, not tuple

print(torch.tensor(numbers)[:, 1])
# > tensor([2, 5])
# --8<-- [end:list]

# --8<-- [start:float]
try:
    x[torch.tensor([0.0, 1.0])]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: tensors used as indices must be long, int, byte or bool tensors

print(x[torch.tensor([0.0, 1.0]).long()])
# > tensor([0., 0.])
# --8<-- [end:float]

# --8<-- [start:half]
try:
    x[3 / 2]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)

print(x[3 // 2])  # // keeps an integer
# > tensor(0.)
# --8<-- [end:half]

# --8<-- [start:names]
names = ["cat", "dog", "owl"]
classes = torch.tensor([2, 0])  # what argmax(dim=1) gives for a batch
try:
    print(names[classes])
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: only integer tensors of a single element can be converted to an index
print([names[i] for i in classes.tolist()])
# > ['owl', 'cat']
# --8<-- [end:names]

# --8<-- [start:step]
try:
    matrix[:, ::-1]
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: step must be greater than zero

print(torch.equal(matrix.flip(1), matrix[:, [2, 1, 0]]))
# > True
# --8<-- [end:step]

# --8<-- [start:pairs]
try:
    matrix[[0, 1], [0, 1, 2]]
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]

rows, columns = torch.tensor([0, 1]), torch.tensor([0, 1, 2])
print(matrix[rows[:, None], columns].shape)  # every row with every column
# > torch.Size([2, 3])
# --8<-- [end:pairs]
