# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What Dropout scales and what BatchNorm remembers."""

import torch
from torch import nn

# --8<-- [start:dropout]
torch.manual_seed(0)
dropped = nn.Dropout(0.2)(torch.ones(100_000))
print(f"values: {dropped.unique().tolist()}")
# > values: [0.0, 1.25]
print(f"zeros: {(dropped == 0).float().mean():.2f}, mean: {dropped.mean():.2f}")
# > zeros: 0.20, mean: 1.00
# --8<-- [end:dropout]

# --8<-- [start:batchnorm]
norm = nn.BatchNorm1d(1)  # momentum=0.1
batch = torch.tensor([[0.0], [10.0]])  # mean 5, variance 50 with n - 1
for _ in range(4):
    print(
        f"batches {norm.num_batches_tracked.item()}:"
        f" mean {norm.running_mean.item():.3f} variance {norm.running_var.item():.3f}"
    )
    norm(batch)
# > batches 0: mean 0.000 variance 1.000
# > batches 1: mean 0.500 variance 5.900
# > batches 2: mean 0.950 variance 10.310
# > batches 3: mean 1.355 variance 14.279

for _ in range(100):
    norm(batch)
norm.eval()
print(f"mean {norm.running_mean.item():.3f} variance {norm.running_var.item():.3f}")
# > mean 5.000 variance 49.999
print(
    f"eval, after 104 batches: {[round(v, 3) for v in norm(batch).flatten().tolist()]}"
)
# > eval, after 104 batches: [-0.707, 0.707]
print(f"eval, one sample:        {norm(batch[1:]).item():.3f}")
# > eval, one sample:        0.707
# --8<-- [end:batchnorm]
