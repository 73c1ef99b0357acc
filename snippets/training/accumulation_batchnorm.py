# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.accumulation-batchnorm"]
# ///
"""BatchNorm sees micro-batches; LayerNorm and GroupNorm don't care."""

import torch
from torch import nn

# --8<-- [start:gradients]
torch.manual_seed(0)
inputs, targets = torch.randn(16, 8), torch.randn(16, 1)
criterion = nn.MSELoss()


def gradient(norm, micro_batch):
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(8, 8), norm, nn.Linear(8, 1))
    parts = 16 // micro_batch
    for part_inputs, part_targets in zip(
        inputs.split(micro_batch), targets.split(micro_batch), strict=True
    ):
        (criterion(model(part_inputs), part_targets) / parts).backward()
    return model[0].weight.grad


for make in (nn.BatchNorm1d, nn.LayerNorm, lambda n: nn.GroupNorm(2, n)):
    whole = gradient(make(8), 16)
    for size in (8, 4, 2):
        off = (gradient(make(8), size) - whole).norm() / whole.norm()
        print(f"{type(make(8)).__name__:11} micro-batches of {size}: {off:.2f} off")
# > BatchNorm1d micro-batches of 8: 0.51 off
# > BatchNorm1d micro-batches of 4: 0.76 off
# > BatchNorm1d micro-batches of 2: 5.32 off
# > LayerNorm   micro-batches of 8: 0.00 off
# > LayerNorm   micro-batches of 4: 0.00 off
# > LayerNorm   micro-batches of 2: 0.00 off
# > GroupNorm   micro-batches of 8: 0.00 off
# > GroupNorm   micro-batches of 4: 0.00 off
# > GroupNorm   micro-batches of 2: 0.00 off
# --8<-- [end:gradients]

# --8<-- [start:running]
for size in (16, 4):
    norm = nn.BatchNorm1d(8, momentum=0.1)
    for part in inputs.split(size):
        norm(part)
    print(
        f"micro-batches of {size:2}: {norm.num_batches_tracked} updates", end="   "
    )
    print(f"running_var moved by {(norm.running_var - 1).abs().mean():.4f}")
# > micro-batches of 16: 1 updates   running_var moved by 0.0308
# > micro-batches of  4: 4 updates   running_var moved by 0.0981
# --8<-- [end:running]

# --8<-- [start:one]
try:
    gradient(nn.BatchNorm1d(8), 1)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 8])
# --8<-- [end:one]
