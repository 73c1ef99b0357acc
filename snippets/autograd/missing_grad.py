# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.zero-grad-typos"]
# ///
"""The messages you meet when .grad is None or the name is misspelt."""

import torch
from torch import nn

# --8<-- [start:none]
model = nn.Linear(2, 1)
model(torch.ones(1, 2)).sum().backward()
model.zero_grad()
try:
    print(model.weight.grad.norm())
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'NoneType' object has no attribute 'norm'
# --8<-- [end:none]

# --8<-- [start:fixed]
model(torch.ones(1, 2)).sum().backward()
norms = [p.grad.norm().item() for p in model.parameters() if p.grad is not None]
print([round(norm, 4) for norm in norms])
# > [1.4142, 1.0]
# --8<-- [end:fixed]

# --8<-- [start:typo]
loss = model(torch.ones(1, 2)).sum()
for name in ("grad_fn", "gard_fn"):
    try:
        print(f"{name}: {type(getattr(loss, name)).__name__}")
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
# > grad_fn: SumBackward0
# > AttributeError: 'Tensor' object has no attribute 'gard_fn'
# --8<-- [end:typo]
