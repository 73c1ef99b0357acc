# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.broadcast"]
# ///
"""Shapes that do not fit: rows, channels, the last batch, and expand."""

import torch

# --8<-- [start:causes]
inputs, weights = torch.ones(32, 10), torch.ones(32)  # one weight a sample
images, means = torch.ones(8, 3, 4, 4), torch.ones(3)  # one mean a channel
outputs, targets = torch.ones(17), torch.ones(32)  # of two batches
calls = {
    "rows": lambda: inputs * weights,
    "channels": lambda: images - means,
    "batches": lambda: outputs - targets,
}
for name, call in calls.items():
    try:
        call()
    except RuntimeError as error:
        print(f"{name:8} {type(error).__name__}: {error}")
# > rows     RuntimeError: The size of tensor a (10) must match the size of tensor b (32) at non-singleton dimension 1
# > channels RuntimeError: The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 3
# > batches  RuntimeError: The size of tensor a (17) must match the size of tensor b (32) at non-singleton dimension 0

print((inputs * weights[:, None]).shape)
# > torch.Size([32, 10])
print((images - means[:, None, None]).shape)
# > torch.Size([8, 3, 4, 4])
# --8<-- [end:causes]

# --8<-- [start:expand]
try:
    torch.ones(2, 3).expand(4, 3)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: The expanded size of the tensor (4) must match the existing size (2) at non-singleton dimension 0.  Target sizes: [4, 3].  Tensor sizes: [2, 3]
print(torch.ones(2, 3).repeat(2, 1).shape, torch.ones(1, 3).expand(4, 3).shape)
# > torch.Size([4, 3]) torch.Size([4, 3])
# --8<-- [end:expand]
