# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["math.discrete-as-continuous"]
# figures = ["probability_models.svg"]
# ///
"""Discrete probabilities, continuous densities, one as the other."""

import matplotlib.pyplot as plt
import torch
from torch.distributions import Categorical, Normal

# --8<-- [start:discrete]
die = Categorical(probs=torch.ones(6) / 6)  # faces 0 to 5
faces = torch.arange(6)
p = die.log_prob(faces).exp()
print(f"{p=} {p.sum().item()=:.2f}")
# > p=tensor([0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667]) p.sum().item()=1.00
# --8<-- [end:discrete]

# --8<-- [start:density]
narrow = Normal(loc=0.0, scale=0.1)
x = torch.tensor([0.0, 0.1])
print(f"density {narrow.log_prob(x).exp()}")
# > density tensor([3.9894, 2.4197])
inside = narrow.cdf(x[1]) - narrow.cdf(x[0])
print(f"P(0 < x < 0.1) = {inside:.4f}")
# > P(0 < x < 0.1) = 0.3413
steps = torch.linspace(-1, 1, 2001)
area = torch.trapezoid(narrow.log_prob(steps).exp(), steps)
print(f"area under the density {area:.4f}")
# > area under the density 1.0000
print(f"-log density at 0: {-narrow.log_prob(torch.tensor(0.0)):.4f}")
# > -log density at 0: -1.3836
# --8<-- [end:density]

# --8<-- [start:dice]
torch.manual_seed(0)
sums = torch.randint(1, 7, (10_000, 10)).sum(dim=1)  # ten dice: 10 to 60
model = Normal(sums.float().mean(), sums.float().std())
for limit in (30, 35, 40):
    counted = (sums <= limit).float().mean()
    modelled = model.cdf(torch.tensor(limit + 0.5))
    print(f"P(sum <= {limit}): counted {counted:.3f}  normal {modelled:.3f}")
# > P(sum <= 30): counted 0.209  normal 0.204
# > P(sum <= 35): counted 0.529  normal 0.537
# > P(sum <= 40): counted 0.840  normal 0.844
# --8<-- [end:dice]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
values, counts = sums.unique(return_counts=True)
axes.bar(values, counts / len(sums), color="#74a9cf", label="counted")
line = torch.linspace(15, 55, 200)
axes.plot(line, model.log_prob(line).exp(), color="#d9480f", label="normal")
axes.set(xlabel="sum of ten dice", ylabel="probability, density")
axes.legend(frameon=False)
figure.savefig("probability_models.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
