# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = [
#     "math.gd-for-convex-sgd-for-nonconvex",
#     "math.torch-sgd-is-not-stochastic",
# ]
# ///
"""SGD on a convex loss, gradient descent on two valleys, and chance."""

import torch
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:convex]
torch.manual_seed(0)
x = torch.randn(1000, 3)
targets = x @ torch.tensor([1.0, -2.0, 3.0])
w = torch.zeros(3, requires_grad=True)
for _ in range(300):
    rows = torch.randint(1000, (8,))
    loss = (x[rows] @ w - targets[rows]).square().mean()  # convex in w
    loss.backward()
    with torch.no_grad():
        w -= 0.05 * w.grad
    w.grad = None
print(f"mini-batches on a convex loss: {[round(v, 3) for v in w.tolist()]}")
# > mini-batches on a convex loss: [1.0, -2.0, 3.0]
# --8<-- [end:convex]

# --8<-- [start:not-convex]
for start in (-2.0, 2.0):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(500):
        loss = w**4 - 4 * w**2 + w  # two valleys
        loss.backward()
        with torch.no_grad():
            w -= 0.01 * w.grad
        w.grad = None
    print(f"gradient descent from {start:4}: {w.item()=:.3f} {loss.item()=:.2f}")
# > gradient descent from -2.0: w.item()=-1.473 loss.item()=-5.44
# > gradient descent from  2.0: w.item()=1.347 loss.item()=-2.62
# --8<-- [end:not-convex]


# --8<-- [start:sgd]
def three_steps():
    w = torch.tensor([3.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        (w**2).sum().backward()
        optimizer.step()
    return w.item()


print(f"{three_steps() == three_steps()=}")
# > three_steps() == three_steps()=True
print(f"{three_steps():.4f} by hand {3 * 0.8**3:.4f}")
# > 1.5360 by hand 1.5360
# --8<-- [end:sgd]

# --8<-- [start:loader]
dataset = TensorDataset(torch.arange(6))
for shuffle in (False, True):
    loader = DataLoader(dataset, batch_size=2, shuffle=shuffle)
    for epoch in (1, 2):
        print(f"{shuffle=} epoch {epoch}:", [batch[0].tolist() for batch in loader])
# > shuffle=False epoch 1: [[0, 1], [2, 3], [4, 5]]
# > shuffle=False epoch 2: [[0, 1], [2, 3], [4, 5]]
# > shuffle=True epoch 1: [[2, 5], [0, 3], [4, 1]]
# > shuffle=True epoch 2: [[2, 3], [4, 0], [1, 5]]
# --8<-- [end:loader]
