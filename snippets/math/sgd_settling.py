# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""With a constant learning rate the noise keeps the weights moving."""

import torch


# --8<-- [start:settle]
def distance_from_best(noise, lr, shrink=1.0, steps=4000):
    """Train on one row a step; the mean distance over the last 500 steps."""
    torch.manual_seed(0)
    x = torch.randn(500, 2)
    targets = x @ torch.tensor([2.0, -1.0]) + noise * torch.randn(500)
    best = torch.linalg.lstsq(x, targets[:, None]).solution[:, 0]
    w = torch.zeros(2)
    late = []
    for step in range(steps):
        row = torch.randint(500, (1,))
        error = x[row] @ w - targets[row]
        w -= lr * 2 * error * x[row][0]  # the gradient, by hand
        lr *= shrink
        if step >= steps - 500:
            late.append((w - best).norm().item())
    return sum(late) / len(late)


for lr in (0.05, 0.01, 0.002):
    print(f"lr {lr:5}: {distance_from_best(0.5, lr):.4f}")
# > lr  0.05: 0.1697
# > lr  0.01: 0.0702
# > lr 0.002: 0.0287
print(f"0.05, shrinking: {distance_from_best(0.5, 0.05, shrink=0.999):.4f}")
# > 0.05, shrinking: 0.0234
print(f"0.05, targets without noise: {distance_from_best(0.0, 0.05):.4f}")
# > 0.05, targets without noise: 0.0000
# --8<-- [end:settle]
