# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""autocast on the CPU with bfloat16: which operations run in it, and what stays float32."""

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:smallest]
torch.manual_seed(0)
model = nn.Linear(4, 2)  # weights in float32
inputs = torch.randn(3, 4)

with torch.autocast("cpu", dtype=torch.bfloat16):
    outputs = model(inputs)
print(f"{model.weight.dtype=}")
# > model.weight.dtype=torch.float32
print(f"{outputs.dtype=}")
# > outputs.dtype=torch.bfloat16
outputs.float().sum().backward()
print(f"{model.weight.grad.dtype=}")
# > model.weight.grad.dtype=torch.float32
optimizer = torch.optim.AdamW(model.parameters())
optimizer.step()
print(f"{optimizer.state[model.weight]['exp_avg'].dtype=}")
# > optimizer.state[model.weight]['exp_avg'].dtype=torch.float32
# --8<-- [end:smallest]

# --8<-- [start:disabled]
with torch.autocast("cpu", dtype=torch.bfloat16, enabled=False):
    print(f"{model(inputs).dtype=}")
# > model(inputs).dtype=torch.float32
with torch.autocast("cpu"):
    print(f"{model(inputs).dtype=}")
# > model(inputs).dtype=torch.bfloat16
for device_type in ("cpu", "cuda"):
    print(f"default on {device_type}: {torch.get_autocast_dtype(device_type)}")
# > default on cpu: torch.bfloat16
# > default on cuda: torch.float16
# --8<-- [end:disabled]

# --8<-- [start:operations]
x, weight = torch.rand(2, 3, 8, 8), torch.rand(4, 3, 3, 3)
matrix, probabilities = torch.rand(8, 8), torch.full((8, 8), 1 / 8)
operations = {
    "matrix @ matrix": lambda: matrix @ matrix,
    "F.conv2d": lambda: F.conv2d(x, weight),
    "F.linear": lambda: F.linear(matrix, matrix),
    "relu of bfloat16": lambda: torch.relu(matrix @ matrix),
    "bfloat16 + float32": lambda: matrix @ matrix + matrix,
    "exp": lambda: matrix.exp(),
    "softmax of float32": lambda: matrix.softmax(dim=1),
    "softmax of bfloat16": lambda: (matrix @ matrix).softmax(dim=1),
    "sum of float32": lambda: matrix.sum(),
    "prod of bfloat16": lambda: (matrix @ matrix).prod(),
    "cdist of bfloat16": lambda: torch.cdist(matrix @ matrix, matrix @ matrix),
    "mse_loss of bfloat16": lambda: F.mse_loss(matrix @ matrix, matrix),
    "cross_entropy of bfloat16": lambda: F.cross_entropy(
        matrix @ matrix, probabilities
    ),
}
with torch.autocast("cpu", dtype=torch.bfloat16):
    for name, operation in operations.items():
        print(f"{name:26} {operation().dtype}")
# > matrix @ matrix            torch.bfloat16
# > F.conv2d                   torch.bfloat16
# > F.linear                   torch.bfloat16
# > relu of bfloat16           torch.bfloat16
# > bfloat16 + float32         torch.float32
# > exp                        torch.float32
# > softmax of float32         torch.float32
# > softmax of bfloat16        torch.bfloat16
# > sum of float32             torch.float32
# > prod of bfloat16           torch.float32
# > cdist of bfloat16          torch.float32
# > mse_loss of bfloat16       torch.float32
# > cross_entropy of bfloat16  torch.float32
# --8<-- [end:operations]
