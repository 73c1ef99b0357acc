# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Another range, another mean, and numbers in a tensor that is there."""

import torch

# --8<-- [start:ranges]
torch.manual_seed(0)
low, high = -3, 5
x = low + (high - low) * torch.rand(10_000)  # between -3 and 5
print(f"from {x.min():.1f} to {x.max():.1f}")
# > from -3.0 to 5.0
y = 170 + 7 * torch.randn(10_000)  # mean 170, standard deviation 7
print(f"mean {y.mean():.0f}, std {y.std():.0f}")
# > mean 170, std 7
z = torch.normal(170.0, 7.0, (10_000,))  # the same in one call
print(f"mean {z.mean():.0f}, std {z.std():.0f}")
# > mean 170, std 7

weight = torch.empty(10_000)
weight.uniform_(-0.1, 0.1)  # fills what is there
print(f"from {weight.min():.1f} to {weight.max():.1f}")
# > from -0.1 to 0.1
weight.normal_(mean=0.0, std=0.02)
print(f"mean {weight.mean():.2f}, std {weight.std():.2f}")
# > mean 0.00, std 0.02
# --8<-- [end:ranges]
