# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.unsqueeze-needs-dim"]
# ///
"""The errors of unsqueeze and of a missing batch dimension."""

import torch

# --8<-- [start:needs-dim]
x = torch.rand(3, 5)
try:
    x.unsqueeze()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: unsqueeze() missing 1 required positional arguments: "dim"
# --8<-- [end:needs-dim]

# --8<-- [start:range]
try:
    x.unsqueeze(3)
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Dimension out of range (expected to be in range of [-3, 2], but got 3)

print(x.unsqueeze(-1).shape)
# > torch.Size([3, 5, 1])
# --8<-- [end:range]

# --8<-- [start:batch]
image = torch.rand(3, 8, 8)
norm = torch.nn.BatchNorm2d(3).eval()
try:
    norm(image)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: expected 4D input (got 3D input)

conv, grey = torch.nn.Conv2d(1, 4, 3), torch.rand(8, 8)  # (height, width)
try:
    conv(grey)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [8, 8]

print(norm(image.unsqueeze(0)).shape, conv(grey.unsqueeze(0)).shape)
# > torch.Size([1, 3, 8, 8]) torch.Size([4, 6, 6])
# --8<-- [end:batch]

# --8<-- [start:last]
rows = []
for batch_size in (4, 1):
    outputs = torch.rand(batch_size, 3, 1, 1).squeeze()
    rows.append(outputs)  # (4, 3), then (3,)
try:
    torch.cat(rows)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Tensors must have same number of dimensions: got 2 and 1
# --8<-- [end:last]
