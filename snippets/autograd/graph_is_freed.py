# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.backward-twice"]
# ///
"""What backward() frees, what it leaves, and the ways to call it again."""

import torch

# --8<-- [start:smallest]
w = torch.tensor([2.0], requires_grad=True)
loss = (w**2).sum()
loss.backward()
print(f"first call:     {w.grad=}")
# > first call:     w.grad=tensor([4.])
try:
    loss.backward()  # the same graph once more
except RuntimeError as error:
    print(f"second call:    {type(error).__name__}: {str(error).split('. ')[0]}")
# > second call:    RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed)

w.grad = None
loss = (w**2).sum()  # a new forward pass, a new graph
loss.backward()
print(f"new forward:    {w.grad=}")
# > new forward:    w.grad=tensor([4.])
# --8<-- [end:smallest]

# --8<-- [start:saved]
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

# --8<-- [start:nothing-saved]
w.grad = None
total = (w + 3).sum()  # the derivative is 1 whatever w is: nothing is saved
total.backward()
total.backward()
print(f"no complaint: {w.grad=}")
# > no complaint: w.grad=tensor([2.])
# --8<-- [end:nothing-saved]
