# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Step inside backward(): each parameter is updated and its gradient freed as soon as it is there."""

import copy

import torch
from torch import nn

# --8<-- [start:step]
torch.manual_seed(0)
usual = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1))
fused = copy.deepcopy(usual)
inputs, targets = torch.randn(16, 4), torch.randn(16, 1)
criterion = nn.MSELoss()

optimizer = torch.optim.Adam(usual.parameters(), lr=0.01)
for _ in range(20):
    optimizer.zero_grad()
    criterion(usual(inputs), targets).backward()
    optimizer.step()

optimizers = {p: torch.optim.Adam([p], lr=0.01) for p in fused.parameters()}
alive = []


def step_now(parameter):
    alive.append(sum(p.grad is not None for p in fused.parameters()))
    optimizers[parameter].step()
    parameter.grad = None  # freed before the next one is made


for parameter in fused.parameters():
    parameter.register_post_accumulate_grad_hook(step_now)
for _ in range(20):
    criterion(fused(inputs), targets).backward()  # forward, backward and update

print(f"usual: {criterion(usual(inputs), targets).item():.4f}")
# > usual: 0.6822
print(f"fused: {criterion(fused(inputs), targets).item():.4f}")
# > fused: 0.6822
print(f"gradients alive at a time: at most {max(alive)} of {len(optimizers)}")
# > gradients alive at a time: at most 1 of 4
# --8<-- [end:step]
