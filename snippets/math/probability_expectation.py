# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Expectation and variance: weights are the probabilities."""

import torch

# --8<-- [start:expectation]
x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
p = torch.ones(6) / 6

mean = (p * x).sum()
variance = (p * (x - mean) ** 2).sum()
print(f"{mean.item()=:.4f} {variance.item()=:.4f}")
# > mean.item()=3.5000 variance.item()=2.9167

torch.manual_seed(0)
rolls = torch.randint(1, 7, (100_000,)).float()
print(f"{rolls.mean().item()=:.2f} {rolls.var().item()=:.2f}")
# > rolls.mean().item()=3.50 rolls.var().item()=2.92

print(f"E[x^2] = {(p * x**2).sum():.4f}, E[x]^2 = {mean**2:.4f}")
# > E[x^2] = 15.1667, E[x]^2 = 12.2500
print(f"difference {(p * x**2).sum() - mean**2:.4f}")
# > difference 2.9167
# --8<-- [end:expectation]
