# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Where the rule fails: no variance, dependent draws, rare events."""

import torch
from torch.distributions import Cauchy

# --8<-- [start:cauchy]
torch.manual_seed(0)
for n in (100, 1000, 10_000):
    cauchy = Cauchy(0.0, 1.0).sample((500, n)).mean(dim=1)  # 500 estimates of 0
    normal = torch.randn(500, n).mean(dim=1)
    errors = cauchy.abs().median(), normal.abs().median()
    print(f"n {n:6,}: median error Cauchy {errors[0]:.2f}  normal {errors[1]:.3f}")
# > n    100: median error Cauchy 1.01  normal 0.072
# > n  1,000: median error Cauchy 0.99  normal 0.021
# > n 10,000: median error Cauchy 0.99  normal 0.007
# --8<-- [end:cauchy]

# --8<-- [start:dependent]
errors = {"independent": [], "every draw 100 times": []}
for _ in range(300):
    errors["independent"].append(torch.randn(10_000).mean())
    repeated = torch.randn(100).repeat_interleave(100)  # 10,000 numbers as well
    errors["every draw 100 times"].append(repeated.mean())
for name, values in errors.items():
    print(f"{name:20}: {torch.stack(values).square().mean().sqrt():.3f}")
# > independent         : 0.009
# > every draw 100 times: 0.094
# --8<-- [end:dependent]

# --8<-- [start:rare]
hits = (torch.randn(10_000) > 5).float()
print(f"estimate {hits.mean()} +- {hits.std() / 100}")
# > estimate 0.0 +- 0.0

x = torch.randn(10_000) + 5  # draw where it happens,
weight = (-(x**2) / 2 + (x - 5) ** 2 / 2).exp()  # weigh it back
f = (x > 5) * weight
print(f"P(x > 5) = {f.mean():.2e} +- {f.std() / 100:.0e}")
# > P(x > 5) = 2.91e-07 +- 7e-09
exact = torch.special.ndtr(torch.tensor(-5.0, dtype=torch.float64))
print(f"exact      {exact:.2e}")
# > exact      2.87e-07
# --8<-- [end:rare]
