# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Writing through an index works once; through two in a row it may write into a copy."""

import torch

# --8<-- [start:write]
x = torch.tensor([3.0, -1.0, 4.0, -1.0, 5.0])
x[x < 0] = 0  # writes into x
x[[0, 2]] += 10  # too
print(x)
# > tensor([13.,  0., 14.,  0.,  5.])

x[x > 10][0] = -7  # x[x > 10] is a copy; the copy is written, then dropped
print(x)
# > tensor([13.,  0., 14.,  0.,  5.])
# --8<-- [end:write]

# --8<-- [start:twice]
counts = torch.zeros(3)
labels = torch.tensor([0, 2, 2, 2])
counts[labels] += 1  # reads once, writes once: 2 counts as one
print(counts)
# > tensor([1., 0., 1.])

counts = torch.zeros(3)
counts.index_add_(0, labels, torch.ones(4))
print(counts, torch.bincount(labels, minlength=3))
# > tensor([1., 0., 3.]) tensor([1, 0, 3])
# --8<-- [end:twice]
