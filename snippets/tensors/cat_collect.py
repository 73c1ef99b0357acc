# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""Collect the outputs of all batches in a list, and join once."""

from timeit import repeat

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
def in_the_loop(rows):
    joined = rows[0]
    for row in rows[1:]:
        joined = torch.cat([joined, row])  # copies all that is there already
    return joined


ratios = []
for count in (200, 2000):
    rows = torch.rand(count, 100).split(1)
    print(torch.equal(in_the_loop(rows), torch.cat(rows)))
    seconds = [
        min(repeat(lambda: join(rows), number=1, repeat=3))
        for join in (in_the_loop, torch.cat)
    ]
    ratios.append(seconds[0] / seconds[1])
    print(f"{count} pieces, in the loop: {ratios[-1]:.0f} times as long")
# > True
# ~ 200 pieces, in the loop: 18 times as long
# > True
# ~ 2000 pieces, in the loop: 312 times as long
print(f"with more pieces, the ratio is larger: {ratios[1] > ratios[0]}")
# > with more pieces, the ratio is larger: True
# --8<-- [end:cost]
