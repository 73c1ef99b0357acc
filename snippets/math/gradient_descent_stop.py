# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["math.gd-stop-abs", "math.gd-stop-norm", "math.norm1-distance"]
# ///
"""Stop when the gradient is small: absolute value or norm."""

import torch

# --8<-- [start:scalar]
w = torch.tensor(5.0, requires_grad=True)
lr, tolerance, steps = 0.1, 1e-3, 0

while True:
    loss = (w - 2) ** 2
    loss.backward()
    if w.grad.abs() < tolerance:
        break
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
    steps += 1
print(f"{steps=} {w.item()=:.4f} {w.grad.item()=:.5f}")
# > steps=39 w.item()=2.0005 w.grad.item()=0.00100
# --8<-- [end:scalar]

# --8<-- [start:never-zero]
w = torch.tensor(5.0, requires_grad=True)
for step in range(1, 1001):
    loss = (w - 2) ** 2
    loss.backward()
    if step in (100, 1000):
        print(f"step {step:4}: {w.item()=:.8f} {w.grad.item()=:.1e}")
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
# > step  100: w.item()=2.00000048 w.grad.item()=9.5e-07
# > step 1000: w.item()=2.00000048 w.grad.item()=9.5e-07
# --8<-- [end:never-zero]

# --8<-- [start:no-abs]
w = torch.tensor(-5.0, requires_grad=True)  # left of the minimum
loss = (w - 2) ** 2
loss.backward()
print(f"{w.grad.item()=}")
# > w.grad.item()=-14.0
print(f"without abs(): stop at once? {(w.grad < tolerance).item()}")
# > without abs(): stop at once? True
# --8<-- [end:no-abs]

# --8<-- [start:vector]
w = torch.tensor([5.0, -3.0], requires_grad=True)
steps = 0
while True:
    loss = (w[0] - 2) ** 2 + 3 * (w[1] - 1) ** 2
    loss.backward()
    if torch.linalg.vector_norm(w.grad) < tolerance:
        break
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
    steps += 1
print(f"{steps=} {w=}")
# > steps=39 w=tensor([2.0005, 1.0000], requires_grad=True)

try:
    if w.grad.abs() < tolerance:
        print("stop")
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
# --8<-- [end:vector]

# --8<-- [start:norms]
v = torch.tensor([3.0, -4.0])
norm = torch.linalg.vector_norm
print(f"L1:  {norm(v, 1).item()}  by hand {v.abs().sum().item()}")
# > L1:  7.0  by hand 7.0
print(f"L2:  {norm(v).item()}  by hand {v.square().sum().sqrt().item()}")
# > L2:  5.0  by hand 5.0
print(f"max: {norm(v, float('inf')).item()}  by hand {v.abs().max().item()}")
# > max: 4.0  by hand 4.0
one_number = torch.tensor([-3.0])
print(*(norm(one_number, p).item() for p in (1, 2, float("inf"))))
# > 3.0 3.0 3.0
# --8<-- [end:norms]

# --8<-- [start:flat]
for name, start in {"minimum": 2.0, "flat spot": 0.0}.items():
    w = torch.tensor(start, requires_grad=True)
    loss = w**4 / 4 - 2 * w**3 / 3  # lowest at w = 2, level at w = 0
    loss.backward()
    print(f"{name:9}: gradient {abs(w.grad.item())}, {loss.item()=:.3f}")
# > minimum  : gradient 0.0, loss.item()=-1.333
# > flat spot: gradient 0.0, loss.item()=0.000
# --8<-- [end:flat]
