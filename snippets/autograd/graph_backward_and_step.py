# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["module.nn-backward", "module.autograd-optimizer-heading"]
# ///
"""backward() fills .grad and nothing else; step() reads .grad and does not ask where it came from."""

import torch
from torch import nn

# --8<-- [start:two-calls]
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
start = model.weight.detach().clone()

model(torch.ones(1, 2)).sum().backward()
moved = model.weight.detach() - start
print(f"after backward: moved by {moved}, grad={model.weight.grad}")
# > after backward: moved by tensor([[0., 0.]]), grad=tensor([[1., 1.]])

optimizer.step()
moved = model.weight.detach() - start
print(f"after step:     moved by {moved}")
# > after step:     moved by tensor([[-0.1000, -0.1000]])

print(f"{hasattr(nn, 'Backward')=}")
# > hasattr(nn, 'Backward')=False
# --8<-- [end:two-calls]

# --8<-- [start:any-grad]
w = nn.Parameter(torch.zeros(1))
w.grad = torch.tensor([2.0])  # written by hand: no loss, no graph, no backward()
torch.optim.SGD([w], lr=0.5).step()
print(f"{w.item()=}")
# > w.item()=-1.0
# --8<-- [end:any-grad]
