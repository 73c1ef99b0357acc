# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.optimizer-direction-amount", "train.step-updates-grads", "train.step-after-backward"]
# ///
"""What optimizer.step() reads and what it writes."""

import torch
from torch import nn

# --8<-- [start:smallest]
gradient = torch.tensor([100.0, 0.01])  # one large, one small
for optimizer_class in (torch.optim.SGD, torch.optim.Adam):
    w = nn.Parameter(torch.zeros(2))
    w.grad = gradient.clone()
    optimizer = optimizer_class([w], lr=0.1)
    optimizer.step()
    print(f"{optimizer_class.__name__:4} moves w by {w[0]:8.4f} and {w[1]:8.4f}")
# > SGD  moves w by -10.0000 and  -0.0010
# > Adam moves w by  -0.1000 and  -0.1000
# --8<-- [end:smallest]

# --8<-- [start:writes]
w = nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.SGD([w], lr=0.1)
(3 * w).sum().backward()
print(f"before step(): {w.item()=:.1f} {w.grad.item()=:.1f}")
# > before step(): w.item()=1.0 w.grad.item()=3.0
optimizer.step()
print(f"after step():  {w.item()=:.1f} {w.grad.item()=:.1f}")
# > after step():  w.item()=0.7 w.grad.item()=3.0
# --8<-- [end:writes]

# --8<-- [start:no-backward]
w = nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.Adam([w], lr=0.1)
optimizer.step()  # no backward() before it
print(f"{w.grad=} {w.item()=}")
# > w.grad=None w.item()=1.0
# --8<-- [end:no-backward]
