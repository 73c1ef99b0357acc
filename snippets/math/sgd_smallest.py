# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The gradient of a few rows is the gradient of all rows, plus noise."""

import torch

# --8<-- [start:step]
torch.manual_seed(0)
x = torch.rand(1000)
targets = 3 * x + 2 + 0.1 * torch.randn(1000)
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
lr, batch_size = 0.3, 10

for step in range(301):
    rows = torch.randint(len(x), (batch_size,))  # drawn anew for each step
    loss = (w * x[rows] + b - targets[rows]).square().mean()
    loss.backward()
    with torch.no_grad():
        for parameter in (w, b):
            parameter -= lr * parameter.grad
            parameter.grad = None
    if step % 100 == 0:
        print(f"step {step:3}: {loss=:.4f} {w.item()=:.2f} {b.item()=:.2f}")
# > step   0: loss=9.8400 w.item()=0.74 b.item()=1.84
# > step 100: loss=0.0210 w.item()=3.01 b.item()=2.03
# > step 200: loss=0.0077 w.item()=3.03 b.item()=2.04
# > step 300: loss=0.0069 w.item()=3.01 b.item()=1.97
# --8<-- [end:step]


# --8<-- [start:gradient]
def gradient(rows):
    w = torch.zeros(1, requires_grad=True)
    loss = (w * x[rows] - targets[rows]).square().mean()
    loss.backward()
    return w.grad.item()


order = torch.randperm(1000)
batches = order.split(10)  # 100 mini-batches, each row in one of them
print("five of them:", *(f"{gradient(rows):.2f}" for rows in batches[:5]))
# > five of them: -3.63 -2.83 -3.90 -5.33 -5.09
mean = sum(gradient(rows) for rows in batches) / len(batches)
print(f"mean of all {len(batches)}: {mean:.4f}")
# > mean of all 100: -4.0257
print(f"all rows at once: {gradient(order):.4f}")
# > all rows at once: -4.0257

batches = order.split(300)
print([len(rows) for rows in batches])
# > [300, 300, 300, 100]
mean = sum(gradient(rows) for rows in batches) / len(batches)
print(f"mean of {len(batches)}: {mean:.4f}")
# > mean of 4: -3.9937
# --8<-- [end:gradient]
