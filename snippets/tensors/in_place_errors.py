# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.inplace-result-type", "err.inplace-view-of-leaf", "err.inplace-saved"]
# ///
"""The old tensor cannot take the new values, or autograd still needs the old ones."""

import torch

# --8<-- [start:result-type]
counts = torch.ones(2, dtype=torch.long)
try:
    counts *= 0.5
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: result type Float can't be cast to the desired output type Long
# --8<-- [end:result-type]

# --8<-- [start:result-type-fixed]
counts = counts * 0.5  # a new tensor may have a new dtype
print(f"{counts=}")
# > counts=tensor([0.5000, 0.5000])
# --8<-- [end:result-type-fixed]

# --8<-- [start:view-of-leaf]
w = torch.ones(2, requires_grad=True)
try:
    w[0] = 5.0
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.
# --8<-- [end:view-of-leaf]

# --8<-- [start:view-of-leaf-fixed]
with torch.no_grad():
    w[0] = 5.0
print(f"{w=}")
# > w=tensor([5., 1.], requires_grad=True)
# --8<-- [end:view-of-leaf-fixed]

# --8<-- [start:saved]
x = torch.ones(2, requires_grad=True)
y = x.exp()
y += 1
try:
    y.sum().backward()
except RuntimeError as error:
    message = str(error).split(". ")[0]
    # PyTorch 2.11 says ExpBackward0
    message = message.replace("ExpBackward0", "Exp")
    print(f"{type(error).__name__}: {message}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of Exp, is at version 1; expected version 0 instead
# --8<-- [end:saved]

# --8<-- [start:saved-fixed]
y = x.exp()
y = y + 1  # exp's own result stays
y.sum().backward()
print(f"{x.grad=}")
# > x.grad=tensor([2.7183, 2.7183])
# --8<-- [end:saved-fixed]

# --8<-- [start:shape]
row = torch.zeros(3)
try:
    row += torch.ones(2, 3)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: output with shape [3] doesn't match the broadcast shape [2, 3]
print(f"{(row + torch.ones(2, 3)).shape=}")
# > (row + torch.ones(2, 3)).shape=torch.Size([2, 3])
# --8<-- [end:shape]

# --8<-- [start:expanded]
x = torch.zeros(1, 3).expand(2, 3)  # two rows, one memory
try:
    x += 1
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
# > RuntimeError: unsupported operation: more than one element of the written-to tensor refers to a single memory location.
# --8<-- [end:expanded]

# --8<-- [start:expanded-fixed]
x = x.clone()
x += 1
print(f"{x=}")
# > x=tensor([[1., 1., 1.],
# >         [1., 1., 1.]])
# --8<-- [end:expanded-fixed]
