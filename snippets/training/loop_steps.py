# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What each of the five steps changes, and what it leaves alone."""

import torch
from torch import nn

# --8<-- [start:steps]
model = nn.Linear(1, 1, bias=False)
nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()
inputs, targets = torch.tensor([[1.0]]), torch.tensor([[3.0]])


def show(step):
    weight = model.weight
    grad = None if weight.grad is None else weight.grad.item()
    print(
        f"{step:12} training={model.training!s:5} grad={grad} weight={weight.item():.2f}"
    )


criterion(model(inputs), targets).backward()  # what an earlier batch left behind
model.eval()  # and a validation
show("before")
# > before       training=False grad=-4.0 weight=1.00
model.train()  # 1 training mode
show("1 train")
# > 1 train      training=True  grad=-4.0 weight=1.00
optimizer.zero_grad()  # 2 clear the old gradients
show("2 zero_grad")
# > 2 zero_grad  training=True  grad=None weight=1.00
loss = criterion(model(inputs), targets)  # 3 forward and loss
show("3 loss")
# > 3 loss       training=True  grad=None weight=1.00
loss.backward()  # 4 gradients
show("4 backward")
# > 4 backward   training=True  grad=-4.0 weight=1.00
optimizer.step()  # 5 update
show("5 step")
# > 5 step       training=True  grad=-4.0 weight=1.40
# --8<-- [end:steps]

# --8<-- [start:loss]
print(f"{loss.item()=:.2f} {loss.grad_fn.name()=}")
# > loss.item()=4.00 loss.grad_fn.name()='MseLossBackward0'
print(f"after the update: {criterion(model(inputs), targets).item():.2f}")
# > after the update: 2.56
# --8<-- [end:loss]
