# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.gather-index-dtype"]
# ///
"""The errors of gather and scatter."""

import torch

# --8<-- [start:negative]
probs = torch.rand(2, 3)
for label in [-1, 3]:  # gather does not count from the end
    try:
        probs.gather(1, torch.tensor([[2], [label]]))
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: index -1 is out of bounds for dimension 1 with size 3
# > RuntimeError: index 3 is out of bounds for dimension 1 with size 3
# --8<-- [end:negative]

# --8<-- [start:dims]
labels = torch.tensor([2, 0])  # (batch,)
try:
    probs.gather(1, labels)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Index tensor must have the same number of dimensions as input tensor

print(probs.gather(1, labels[:, None]).shape)
# > torch.Size([2, 1])
# --8<-- [end:dims]

# --8<-- [start:dtype]
labels = torch.tensor([[2.0], [0.0]])  # read from a table: floats
try:
    probs.gather(1, labels)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: gather(): Expected dtype int32/int64 for index

print(probs.gather(1, labels.long()).shape)
# > torch.Size([2, 1])
# --8<-- [end:dtype]

# --8<-- [start:size]
try:
    probs.gather(1, torch.tensor([[0], [1], [2]]))  # three rows, probs has two
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Size does not match at dimension 0 expected index [3, 1] to be no larger than self [2, 3] apart from dimension 1

columns = torch.tensor([[0, 1, 2, 0]])  # along dim: any size
print(probs[:1].gather(1, columns).shape)
# > torch.Size([1, 4])
# --8<-- [end:size]

# --8<-- [start:scatter]
places = torch.tensor([[0], [1]])
try:
    torch.zeros(2, 3).scatter(1, places, torch.tensor([[1], [1]]))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: scatter(): Expected self.dtype to be equal to src.dtype

print(torch.zeros(2, 3).scatter(1, places, torch.tensor([[1.0], [1.0]])))
# > tensor([[1., 0., 0.],
# >         [0., 1., 0.]])
# --8<-- [end:scatter]
