# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""None and zero are not the same to an optimizer: a zero gradient still moves a weight, None leaves it alone."""

import torch
from torch import nn


# --8<-- [start:momentum]
def one_more_step(set_to_none):
    w = nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    (w * 3).sum().backward()
    optimizer.step()  # the momentum buffer is 3 from here on
    before = w.item()
    optimizer.zero_grad(set_to_none=set_to_none)
    optimizer.step()  # no backward(): this batch says nothing about w
    return f"{before:.2f} -> {w.item():.2f}"


print(f"set_to_none=True:  w {one_more_step(True)}")
# > set_to_none=True:  w 0.70 -> 0.70
print(f"set_to_none=False: w {one_more_step(False)}")
# > set_to_none=False: w 0.70 -> 0.43
# --8<-- [end:momentum]
