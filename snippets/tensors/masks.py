# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Boolean masks: select, count, combine, and where() to keep the shape."""

import torch

# --8<-- [start:mask]
scores = torch.tensor([[0.9, 0.2, 0.6], [0.4, 0.8, 0.1]])
mask = scores > 0.5  # (2, 3) of bool
print(scores[mask])  # the rows are gone: one dimension
# > tensor([0.9000, 0.6000, 0.8000])
print(mask.sum(), mask.sum(dim=1), mask.float().mean())
# > tensor(3) tensor([2, 1]) tensor(0.5000)
print(scores[(scores > 0.3) & ~(scores > 0.85)])  # & | ~ with brackets
# > tensor([0.6000, 0.4000, 0.8000])
# --8<-- [end:mask]

# --8<-- [start:where]
print(torch.where(mask, scores, 0))  # keeps the shape
# > tensor([[0.9000, 0.0000, 0.6000],
# >         [0.0000, 0.8000, 0.0000]])
print(scores.masked_fill(~mask, 0))  # the same
# > tensor([[0.9000, 0.0000, 0.6000],
# >         [0.0000, 0.8000, 0.0000]])
print(mask.nonzero().tolist())  # the positions, as (row, column)
# > [[0, 0], [0, 2], [1, 1]]
rows, columns = torch.where(mask)  # one tensor a dimension
print(torch.equal(scores[rows, columns], scores[mask]))
# > True
# --8<-- [end:where]
