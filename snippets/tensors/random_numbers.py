# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["random_numbers.svg"]
# ///
"""rand, randn, randint and randperm, and what a seed fixes."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:kinds]
torch.manual_seed(3)
uniform = torch.rand(10_000)  # between 0 and 1
normal = torch.randn(10_000)  # mean 0, standard deviation 1
dice = torch.randint(1, 6, (10_000,))  # the upper end is left out
order = torch.randperm(5)  # each index once

print(f"rand    from {uniform.min():.2f} to {uniform.max():.2f}")
# > rand    from 0.00 to 1.00
print(f"randn   mean {normal.mean():.1f}, std {normal.std():.1f}")
# > randn   mean 0.0, std 1.0
print(f"randint {dice.unique().tolist()}")
# > randint [1, 2, 3, 4, 5]
print(f"randperm {order.tolist()}, sorted {order.sort().values.tolist()}")
# > randperm [2, 3, 4, 0, 1], sorted [0, 1, 2, 3, 4]
# --8<-- [end:kinds]

# --8<-- [start:seed]
torch.manual_seed(42)
first, second = torch.rand(2), torch.rand(2)
torch.manual_seed(42)
again = torch.rand(2)

print(f"{torch.equal(first, second)=}")
# > torch.equal(first, second)=False
print(f"{torch.equal(first, again)=}")
# > torch.equal(first, again)=True
# --8<-- [end:seed]

# --8<-- [start:generator]
generator = torch.Generator().manual_seed(42)
torch.rand(1000)  # other code draws
own = torch.rand(2, generator=generator)
print(f"{torch.equal(first, own)=}")
# > torch.equal(first, own)=True

torch.manual_seed(42)
torch.rand(1000)  # the same, without a generator
print(f"{torch.equal(first, torch.rand(2))=}")
# > torch.equal(first, torch.rand(2))=False
# --8<-- [end:generator]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
axes.hist(normal.numpy(), bins=40, label="randn", color="#1c7ed6")
axes.hist(
    uniform.numpy(),
    bins=8,
    label="rand",
    color="#d9480f",
    histtype="step",
    linewidth=2,
)
axes.set(xlabel="value", ylabel="how many of 10,000")
axes.legend(frameon=False)
figure.savefig("random_numbers.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
