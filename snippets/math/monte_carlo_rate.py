# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["math.monte-carlo-rate"]
# figures = ["monte_carlo_rate.svg"]
# ///
"""The error falls with the square root of the number of draws."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:rate]
torch.manual_seed(0)
sizes = (10, 100, 1000, 10_000)
spread = {"uniform": [], "die": []}
for n in sizes:
    uniform = torch.rand(500, n).mean(dim=1)  # 500 estimates of 0.5
    die = torch.randint(1, 7, (500, n)).float().mean(dim=1)  # of 3.5
    spread["uniform"].append((uniform - 0.5).square().mean().sqrt().item())
    spread["die"].append((die - 3.5).square().mean().sqrt().item())
    row = "  ".join(f"{name} {values[-1]:.4f}" for name, values in spread.items())
    print(f"n {n:6,}: typical error  {row}   1/sqrt(n) {n**-0.5:.4f}")
# > n     10: typical error  uniform 0.0878  die 0.5359   1/sqrt(n) 0.3162
# > n    100: typical error  uniform 0.0279  die 0.1740   1/sqrt(n) 0.1000
# > n  1,000: typical error  uniform 0.0089  die 0.0545   1/sqrt(n) 0.0316
# > n 10,000: typical error  uniform 0.0029  die 0.0174   1/sqrt(n) 0.0100
# --8<-- [end:rate]

# --8<-- [start:dimension]
for dimension in (1, 10, 100):
    x = torch.rand(200, 1000, dimension)  # 200 estimates of 1,000 draws
    f = x.sum(dim=2) / dimension**0.5  # the same variance in every dimension
    error = f.mean(dim=1) - dimension**0.5 / 2
    print(f"{dimension:4} dimensions: {error.square().mean().sqrt():.4f}")
# >    1 dimensions: 0.0094
# >   10 dimensions: 0.0106
# >  100 dimensions: 0.0094
# --8<-- [end:dimension]

# --8<-- [start:grid]
x = torch.linspace(0, 1, 101, dtype=torch.float64)
grid = torch.trapezoid((-(x**2)).exp(), x) - 0.7468241328
draws = (-(torch.rand(500, 101) ** 2)).exp().mean(dim=1) - 0.7468241328
print(
    f"grid of 101: {grid.abs():.0e}  101 draws: {draws.square().mean().sqrt():.0e}"
)
# > grid of 101: 6e-06  101 draws: 2e-02
# --8<-- [end:grid]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3.2))
for name, color in (("die", "#d9480f"), ("uniform", "#1971c2")):
    axes.loglog(sizes, spread[name], "o-", color=color, label=name)
axes.loglog(sizes, [n**-0.5 for n in sizes], "--", color="gray", label="1/sqrt(n)")
axes.set(xlabel="draws n", ylabel="typical error")
axes.tick_params(labelsize=12)  # exponents are 0.7 of it
axes.legend(frameon=False)
figure.savefig("monte_carlo_rate.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
