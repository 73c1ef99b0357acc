# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""Collect the outputs of all batches in a list, and join once."""

from timeit import timeit

import torch
from torch import nn

# --8<-- [start:collect]
torch.manual_seed(0)
model = nn.Linear(4, 3)
batches = torch.rand(10, 4).split(4)  # 4, 4 and 2 rows

outputs = []
with torch.no_grad():
    for inputs in batches:
        outputs.append(model(inputs))  # (batch, 3)
outputs = torch.cat(outputs)  # once, at the end
print(outputs.shape)
# > torch.Size([10, 3])
# --8<-- [end:collect]

# --8<-- [start:cost]
rows = torch.rand(5000, 100).split(1)


def in_the_loop():
    joined = rows[0]
    for row in rows[1:]:
        joined = torch.cat([joined, row])  # copies all that is there already
    return joined


print(torch.equal(in_the_loop(), torch.cat(rows)))
# > True
ratio = timeit(in_the_loop, number=1) / timeit(lambda: torch.cat(rows), number=1)
print(f"in the loop: {ratio:.0f} times as long")
# ~ in the loop: 94 times as long
# --8<-- [end:cost]
