# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["math.monte-carlo-known-expectation"]
# ///
"""An expectation as the mean of draws, continuous and discrete."""

import torch

# --8<-- [start:mean]
torch.manual_seed(0)
x = torch.rand(1_000_000)  # uniform between 0 and 1
f = (-(x**2)).exp()

estimate = f.mean()
standard_error = f.std() / len(f) ** 0.5
print(f"E[exp(-x^2)] = {estimate:.4f} +- {standard_error:.4f}")
# > E[exp(-x^2)] = 0.7466 +- 0.0002
# --8<-- [end:mean]

# --8<-- [start:truth]
grid = torch.linspace(0, 1, 100_001, dtype=torch.float64)
print(f"area under the curve: {torch.trapezoid((-(grid**2)).exp(), grid):.4f}")
# > area under the curve: 0.7468
# --8<-- [end:truth]

# --8<-- [start:discrete]
rolls = torch.randint(1, 7, (1_000_000, 2))  # two dice
larger = rolls.amax(dim=1).float()
print(f"E[larger die] = {larger.mean():.3f} +- {larger.std() / 1000:.3f}")
# > E[larger die] = 4.473 +- 0.001
faces = torch.cartesian_prod(torch.arange(1, 7), torch.arange(1, 7))  # all 36
print(f"counted: {faces.amax(dim=1).float().mean():.3f}")
# > counted: 4.472
# --8<-- [end:discrete]

# --8<-- [start:no-formula]
walks = torch.randn(10_000, 50).cumsum(dim=1)  # 50 steps, 10,000 walks
highest = walks.amax(dim=1)
over = (highest > 10).float()
print(f"P(a walk ever gets above 10) = {over.mean():.3f} +- {over.std() / 100:.3f}")
# > P(a walk ever gets above 10) = 0.134 +- 0.003
# --8<-- [end:no-formula]

# --8<-- [start:pi]
torch.manual_seed(0)
x, y = torch.rand(2, 1_000_000)  # a million points in the unit square
inside = (x**2 + y**2 < 1).float()  # 1 within the quarter circle, else 0

estimate = 4 * inside.mean()
standard_error = 4 * inside.std() / len(inside) ** 0.5
print(f"pi = {estimate:.4f} +- {standard_error:.4f}")
# > pi = 3.1429 +- 0.0016
# --8<-- [end:pi]
