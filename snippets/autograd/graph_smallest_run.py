# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.backward-fills-grad"]
# ///
"""Computing writes the graph down; backward() walks it from the loss to the leaves."""

import torch

# --8<-- [start:smallest]
w = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
x, target = torch.tensor(3.0), torch.tensor(4.0)

output = w * x + b
loss = (output - target) ** 2
print(f"loss={loss.item()} made by {loss.grad_fn.name()}")
# > loss=9.0 made by PowBackward0
print(f"before backward: {w.grad=} {b.grad=}")
# > before backward: w.grad=None b.grad=None

loss.backward()
print(f"after backward:  {w.grad=} {b.grad=}")
# > after backward:  w.grad=tensor(18.) b.grad=tensor(6.)
# --8<-- [end:smallest]

# --8<-- [start:by-hand]
error = (output - target).item()
print(f"by hand: {2 * error * x.item()=} {2 * error=}")
# > by hand: 2 * error * x.item()=18.0 2 * error=6.0
# --8<-- [end:by-hand]

# --8<-- [start:answer]
loss = (w * x + b - target) ** 2  # every operation is recorded
loss.backward()  # fills w.grad and b.grad
# --8<-- [end:answer]
