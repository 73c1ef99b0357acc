# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.backward-twice"]
# ///
"""What backward() frees, what it leaves, and the three ways to call it again."""

import torch

# --8<-- [start:saved]
w = torch.tensor([2.0], requires_grad=True)
loss = (w**2).sum()
power = loss.grad_fn.next_functions[0][0]
print(f"{power.name()} saved {power._saved_self.item()}")
# > PowBackward0 saved 2.0

loss.backward()
print(f"still linked: {loss.grad_fn.next_functions[0][0] is power}")
# > still linked: True
try:
    print(power._saved_self)
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed)
# --8<-- [end:saved]

# --8<-- [start:twice]
try:
    loss.backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}")
# > RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed)
print(f"{w.grad=}")
# > w.grad=tensor([4.])
# --8<-- [end:twice]

# --8<-- [start:again]
w.grad = None
loss = (w**2).sum()  # a new forward, a new graph: what a training loop does
loss.backward()
print(f"forward again: {w.grad=}")
# > forward again: w.grad=tensor([4.])

w.grad = None
loss = (w**2).sum()
loss.backward(retain_graph=True)  # keep the saved values for one more call
loss.backward()
print(f"retain_graph:  {w.grad=}")
# > retain_graph:  w.grad=tensor([8.])
# --8<-- [end:again]

# --8<-- [start:nothing-saved]
w.grad = None
total = (w + 3).sum()  # the derivative is 1 whatever w is: nothing is saved
total.backward()
total.backward()
print(f"no complaint: {w.grad=}")
# > no complaint: w.grad=tensor([2.])
# --8<-- [end:nothing-saved]
