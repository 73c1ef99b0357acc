# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Gradient descent by hand: step against the gradient, clear it, repeat."""

import torch

# --8<-- [start:one-step]
w = torch.tensor(5.0, requires_grad=True)
lr = 0.1  # learning rate

loss = (w - 2) ** 2
loss.backward()  # fills w.grad
with torch.no_grad():
    w -= lr * w.grad
w.grad = None  # clear it before the next backward()
print(f"{w.item()=:.4f}")
# > w.item()=4.4000
# --8<-- [end:one-step]

# --8<-- [start:loop]
w = torch.tensor(5.0, requires_grad=True)
for step in range(1, 41):
    loss = (w - 2) ** 2
    loss.backward()
    if step in (1, 2, 3, 10, 20, 40):
        print(f"step {step:2}: {w=:.4f} {loss=:.4f} {w.grad=:.4f}")
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
# > step  1: w=5.0000 loss=9.0000 w.grad=6.0000
# > step  2: w=4.4000 loss=5.7600 w.grad=4.8000
# > step  3: w=3.9200 loss=3.6864 w.grad=3.8400
# > step 10: w=2.4027 loss=0.1621 w.grad=0.8053
# > step 20: w=2.0432 loss=0.0019 w.grad=0.0865
# > step 40: w=2.0005 loss=0.0000 w.grad=0.0010
# --8<-- [end:loop]
