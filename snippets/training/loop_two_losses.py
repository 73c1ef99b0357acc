# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.step-then-backward"]
# ///
"""step() between two backward() calls changes weights that the second one still needs."""

import torch
from torch import nn

# --8<-- [start:between]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
outputs = model(torch.randn(3, 4))  # (3, 2)
first, second = outputs[:, 0].mean(), outputs[:, 1].mean()

first.backward(retain_graph=True)
optimizer.step()
try:
    second.backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split(', which')[0]}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [8, 2]]
# --8<-- [end:between]

# --8<-- [start:together]
outputs = model(torch.randn(3, 4))
optimizer.zero_grad()  # 2 clear the old gradients
loss = outputs[:, 0].mean() + outputs[:, 1].mean()  # 3 and loss
loss.backward()  # 4 gradients, of both
optimizer.step()  # 5 update
print(f"{[tuple(p.grad.shape) for p in model.parameters()]=}")
# > [tuple(p.grad.shape) for p in model.parameters()]=[(8, 4), (8,), (2, 8), (2,)]
# --8<-- [end:together]
