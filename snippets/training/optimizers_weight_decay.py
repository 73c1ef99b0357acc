# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.adam-weight-decay"]
# ///
"""weight_decay in Adam is another thing than weight_decay in AdamW."""

import torch
from torch import nn


# --8<-- [start:once]
def one_step(optimizer_class, weight_decay):
    w = nn.Parameter(torch.tensor([10.0]))
    w.grad = torch.tensor([1.0])
    optimizer_class([w], lr=0.1, weight_decay=weight_decay).step()
    return w.item()


for optimizer_class in (torch.optim.Adam, torch.optim.AdamW):
    for decay in (0.0, 0.1):
        after = one_step(optimizer_class, decay)
        print(
            f"{optimizer_class.__name__:5} weight_decay={decay}: 10 -> {after:.4f}"
        )
# > Adam  weight_decay=0.0: 10 -> 9.9000
# > Adam  weight_decay=0.1: 10 -> 9.9000
# > AdamW weight_decay=0.0: 10 -> 9.9000
# > AdamW weight_decay=0.1: 10 -> 9.8000
for optimizer_class in (torch.optim.Adam, torch.optim.AdamW):
    default = optimizer_class([nn.Parameter(torch.ones(1))]).defaults[
        "weight_decay"
    ]
    print(f"{optimizer_class.__name__:5} default weight_decay={default}")
# > Adam  default weight_decay=0
# > AdamW default weight_decay=0.01
# --8<-- [end:once]


# --8<-- [start:many]
def decayed(optimizer_class):
    w = nn.Parameter(torch.tensor([10.0, 10.0]))
    optimizer = optimizer_class([w], lr=0.01, weight_decay=0.1)
    for step in range(1000):
        sign = 1 if step % 2 == 0 else -1  # the gradients cancel out
        w.grad = sign * torch.tensor([100.0, 0.01])
        optimizer.step()
    return w.tolist()


for optimizer_class in (torch.optim.Adam, torch.optim.AdamW):
    loud, quiet = decayed(optimizer_class)
    print(
        f"{optimizer_class.__name__:5} gradient 100: {loud:5.2f}  0.01: {quiet:5.2f}"
    )
# > Adam  gradient 100:  9.88  0.01:  2.58
# > AdamW gradient 100:  3.67  0.01:  3.67
print(f"10 * (1 - lr * weight_decay) ** 1000 = {10 * (1 - 0.01 * 0.1) ** 1000:.2f}")
# > 10 * (1 - lr * weight_decay) ** 1000 = 3.68
# --8<-- [end:many]
