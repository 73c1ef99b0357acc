# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The same object, or the same values: is, ==, torch.equal, in."""

import torch

# --8<-- [start:same]
a = torch.tensor([1.0, 2.0])
same, copy = a, a.clone()
print(f"{same is a=} {copy is a=}")
# > same is a=True copy is a=False
print(f"{copy == a=}")
# > copy == a=tensor([True, True])
print(f"{torch.equal(copy, a)=} {torch.equal(a, torch.ones(3))=}")
# > torch.equal(copy, a)=True torch.equal(a, torch.ones(3))=False
print(f"{a[0] is a[0]=}")  # each index makes a new object
# > a[0] is a[0]=False
# --8<-- [end:same]

# --8<-- [start:if]
try:
    if copy == a:
        print("equal")
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
try:
    print(copy in [torch.zeros(2), a])
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
print(any(copy is tensor for tensor in [torch.zeros(2), a]))
# > False
print(any(torch.equal(copy, tensor) for tensor in [torch.zeros(2), a]))
# > True
# --8<-- [end:if]
