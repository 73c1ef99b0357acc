# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Columns, channels and all pairs: where broadcasting is used on purpose."""

import torch

# --8<-- [start:columns]
torch.manual_seed(0)
table = torch.rand(100, 3)  # (rows, columns)
scaled = (table - table.mean(dim=0)) / table.std(dim=0)  # (100, 3) and (3,)
print([f"{abs(mean):.1f}" for mean in scaled.mean(dim=0).tolist()])
# > ['0.0', '0.0', '0.0']
print([f"{std:.1f}" for std in scaled.std(dim=0).tolist()])
# > ['1.0', '1.0', '1.0']
# --8<-- [end:columns]

# --8<-- [start:channels]
images = torch.rand(8, 3, 4, 4)  # (batch, channels, height, width)
means = images.mean(dim=(0, 2, 3))  # (3,)
centered = images - means[:, None, None]  # (8, 3, 4, 4) - (3, 1, 1)
print(centered.shape, centered.mean(dim=(0, 2, 3)).abs().max() < 1e-6)
# > torch.Size([8, 3, 4, 4]) tensor(True)
# --8<-- [end:channels]

# --8<-- [start:pairs]
points = torch.rand(200, 50)
differences = points[:, None] - points  # (200, 1, 50) - (200, 50)
distances = differences.square().sum(dim=2).sqrt()
print(distances.shape)
# > torch.Size([200, 200])
print(torch.isclose(distances[3, 7], torch.dist(points[3], points[7])))
# > tensor(True)
print(f"{points.numel():,} numbers, {differences.numel():,} differences")
# > 10,000 numbers, 2,000,000 differences
# --8<-- [end:pairs]

# --8<-- [start:memory]
row = torch.rand(50)
stretched = row.expand(200, 50)  # what broadcasting does with the row
print(stretched.data_ptr() == row.data_ptr(), stretched.stride())
# > True (0, 1)
# --8<-- [end:memory]
