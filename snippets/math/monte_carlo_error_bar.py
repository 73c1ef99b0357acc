# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The error bar from the same draws, and how often it holds the truth."""

import math

import torch

# --8<-- [start:coverage]
torch.manual_seed(0)
x = torch.rand(10_000, 400)  # 10,000 studies of 400 draws
f = (-(x**2)).exp()
estimate = f.mean(dim=1)
standard_error = f.std(dim=1) / math.sqrt(400)
away = (estimate - 0.746824).abs() / standard_error
for width in (1, 1.96, 3):
    print(
        f"truth within {width:4} standard errors: {(away < width).float().mean():.3f}"
    )
# > truth within    1 standard errors: 0.689
# > truth within 1.96 standard errors: 0.948
# > truth within    3 standard errors: 0.997
# --8<-- [end:coverage]

# --8<-- [start:how-many]
sigma = f[0].std().item()  # from a first small run
for wanted in (0.01, 0.001, 0.0001):
    print(f"standard error {wanted}: {(sigma / wanted) ** 2:12,.0f} draws")
# > standard error 0.01:          406 draws
# > standard error 0.001:       40,590 draws
# > standard error 0.0001:    4,058,951 draws
# --8<-- [end:how-many]
