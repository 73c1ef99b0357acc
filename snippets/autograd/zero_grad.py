# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.zero-grad", "train.grads-remain-after-step", "train.only-current-batch"]
# ///
"""zero_grad(): what step() leaves behind, what is cleared, and whose."""

import torch
from torch import nn

# --8<-- [start:remains]
w = nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.SGD([w], lr=0.1)

(w * 3).sum().backward()
optimizer.step()
print(f"after step:      {w.item()=:.1f} {w.grad=}")
# > after step:      w.item()=0.7 w.grad=tensor([3.])

(w * 3).sum().backward()
print(f"second backward: {w.grad=}")
# > second backward: w.grad=tensor([6.])
# --8<-- [end:remains]

# --8<-- [start:answer]
optimizer.zero_grad()  # once per batch
# --8<-- [end:answer]

# --8<-- [start:each-batch]
for batch in range(3):
    optimizer.zero_grad()
    (w * 3).sum().backward()
    optimizer.step()
    print(f"batch {batch}: {w.grad=}")
# > batch 0: w.grad=tensor([3.])
# > batch 1: w.grad=tensor([3.])
# > batch 2: w.grad=tensor([3.])
# --8<-- [end:each-batch]

# --8<-- [start:none]
optimizer.zero_grad()
print(f"default:           {w.grad=}")
# > default:           w.grad=None

(w * 3).sum().backward()
optimizer.zero_grad(set_to_none=False)
print(f"set_to_none=False: {w.grad=}")
# > set_to_none=False: w.grad=tensor([0.])
# --8<-- [end:none]

# --8<-- [start:whose]
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD([model.weight], lr=0.1)  # the bias is not given to it

model(torch.ones(1, 2)).sum().backward()
optimizer.zero_grad()
print(f"optimizer.zero_grad(): {model.weight.grad=} {model.bias.grad=}")
# > optimizer.zero_grad(): model.weight.grad=None model.bias.grad=tensor([1.])

model.zero_grad()
print(f"model.zero_grad():     {model.weight.grad=} {model.bias.grad=}")
# > model.zero_grad():     model.weight.grad=None model.bias.grad=None
# --8<-- [end:whose]
