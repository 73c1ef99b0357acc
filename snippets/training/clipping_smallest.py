# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Gradient clipping on two weights: what changes, what comes back, the formula."""

import torch
from torch import nn

# --8<-- [start:smallest]
first = nn.Parameter(torch.zeros(1))
second = nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([first, second], lr=0.1)

loss = (3 * first + 4 * second).sum()
loss.backward()
print("before", first.grad, second.grad)
# > before tensor([3.]) tensor([4.])

norm = nn.utils.clip_grad_norm_([first, second], max_norm=1.0)
print(f"{norm=}")
# > norm=tensor(5.)
print("after ", first.grad, second.grad)
# > after  tensor([0.6000]) tensor([0.8000])

optimizer.step()
print("weights", first.data, second.data)
# > weights tensor([-0.0600]) tensor([-0.0800])
# --8<-- [end:smallest]

# --8<-- [start:by-hand]
for max_norm in (1.0, 4.0, 5.0, 100.0):
    grads = [torch.tensor([3.0]), torch.tensor([4.0])]
    first.grad, second.grad = grads[0].clone(), grads[1].clone()
    norm = nn.utils.clip_grad_norm_([first, second], max_norm)
    left = nn.utils.get_total_norm([first.grad, second.grad])

    total = torch.cat(grads).square().sum().sqrt()
    factor = min(1.0, max_norm / (total.item() + 1e-6))
    same = torch.allclose(first.grad, factor * grads[0])
    print(f"{max_norm=:5}  {norm=:.2f}  {left=:.2f}  {factor=:.2f}  {same=}")
# > max_norm=  1.0  norm=5.00  left=1.00  factor=0.20  same=True
# > max_norm=  4.0  norm=5.00  left=4.00  factor=0.80  same=True
# > max_norm=  5.0  norm=5.00  left=5.00  factor=1.00  same=True
# > max_norm=100.0  norm=5.00  left=5.00  factor=1.00  same=True
# --8<-- [end:by-hand]
