# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Shuffle, choose without and with putting back, choose by weight."""

import torch

# --8<-- [start:shuffle]
torch.manual_seed(0)
inputs = torch.arange(10).view(5, 2)  # row i holds 2 i and 2 i + 1
targets = torch.arange(5)  # and belongs to target i
order = torch.randperm(len(inputs))
inputs, targets = inputs[order], targets[order]  # the same order for both
print(targets.tolist(), torch.equal(inputs[:, 0], 2 * targets))
# > [4, 0, 1, 3, 2] True
# --8<-- [end:shuffle]

# --8<-- [start:choose]
names = torch.arange(100)
few = names[torch.randperm(len(names))[:30]]  # without putting back
print(len(few), len(few.unique()))
# > 30 30
many = names[torch.randint(len(names), (30,))]  # with putting back
print(len(many), len(many.unique()))
# > 30 26
# --8<-- [end:choose]

# --8<-- [start:weights]
weights = torch.tensor([1.0, 2.0, 7.0])  # they need not sum to 1
draws = weights.multinomial(10_000, replacement=True)
print([f"{share:.1f}" for share in (draws.bincount() / len(draws)).tolist()])
# > ['0.1', '0.2', '0.7']
coins = torch.bernoulli(torch.full((10_000,), 0.3))  # 1 with probability 0.3
print(f"{coins.mean():.1f}", coins.unique())
# > 0.3 tensor([0., 1.])
# --8<-- [end:weights]
