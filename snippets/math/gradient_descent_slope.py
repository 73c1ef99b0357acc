# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The gradient as a change of the loss for a small change of w."""

import torch


# --8<-- [start:slope]
def loss_at(w):
    return (w - 2) ** 2


for small in (1.0, 0.1, 0.001):
    slope = (loss_at(5.0 + small) - loss_at(5.0)) / small
    print(f"w changes by {small}: {slope:.3f}")
# > w changes by 1.0: 7.000
# > w changes by 0.1: 6.100
# > w changes by 0.001: 6.001

w = torch.tensor(5.0, requires_grad=True)
loss_at(w).backward()
print(f"formula {2 * (5.0 - 2)}, backward() {w.grad.item()}")
# > formula 6.0, backward() 6.0
# --8<-- [end:slope]
