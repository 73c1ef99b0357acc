# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""One formula, read in two directions: a probability of data, a likelihood of a parameter."""

import torch

# --8<-- [start:two]
p = torch.tensor(0.7)  # probability of heads


def chance(heads, p):  # of that many heads in two throws
    ways = torch.tensor([1.0, 2.0, 1.0])[heads]
    return ways * p**heads * (1 - p) ** (2 - heads)


# the parameter fixed, the data vary: probabilities, they sum to 1
print(f"sum {sum(chance(heads, p) for heads in range(3)):.4f}")
# > sum 1.0000
# the data fixed (two heads), the parameter varies: a likelihood
grid = torch.linspace(0, 1, 1001)
print(f"area {torch.trapezoid(chance(2, grid), grid):.4f}")
# > area 0.3333
# --8<-- [end:two]
