# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The errors of matrix products, and which transpose removes them."""

import torch
from torch import nn

# --8<-- [start:mm]
A = torch.rand(2, 3)
try:
    A @ A
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)

print((A @ A.T).shape, (A.T @ A).shape)  # both run; which one do you mean?
# > torch.Size([2, 2]) torch.Size([3, 3])
# --8<-- [end:mm]

# --8<-- [start:vector]
try:
    A @ torch.rand(2)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: size mismatch, got input (2), mat (2x3), vec (2)

print((torch.rand(2) @ A).shape)
# > torch.Size([3])
# --8<-- [end:vector]

# --8<-- [start:batch]
x = torch.rand(5, 2, 3)
for other in (torch.rand(4, 3, 2), torch.rand(5, 2, 3)):
    try:
        x @ other
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: The size of tensor a (5) must match the size of tensor b (4) at non-singleton dimension 0
# > RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [5, 3] but got: [5, 2].

print((x @ x.mT).shape)  # mT swaps the last two; T would reverse all
# > torch.Size([5, 2, 2])
# --8<-- [end:batch]

# --8<-- [start:dtype]
counts = torch.arange(6).view(3, 2)  # int64
print((A.T * counts).dtype)
# > torch.float32
try:
    A @ counts
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: expected m1 and m2 to have the same dtype, but got: float != long int
for product, left in ((torch.mv, A), (torch.dot, A[0])):
    try:
        product(left, torch.arange(3))
    except RuntimeError as error:
        print(f"{product.__name__}: {error}")
# > mv: addmv input tensors must have the same dtype, but got Long, Float, and Long
# > dot: dot : expected both vectors to have same dtype, but found Float and Long
# <= 2.11
# > mv: expected scalar type Float but found Long
# > dot: dot : expected both vectors to have same dtype, but found Float and Long

try:
    nn.Linear(3, 2)(A.double())  # such as the columns of a DataFrame
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float

print((A @ counts.float()).shape, nn.Linear(3, 2)(A.double().float()).shape)
# > torch.Size([2, 2]) torch.Size([2, 2])
# --8<-- [end:dtype]

# --8<-- [start:einsum]
try:
    torch.einsum("ij,jk->ik", A, A)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: einsum(): subscript j has size 2 for operand 1 which does not broadcast with previously seen size 3

print(torch.einsum("ij,kj->ik", A, A).shape)
# > torch.Size([2, 2])
# --8<-- [end:einsum]
