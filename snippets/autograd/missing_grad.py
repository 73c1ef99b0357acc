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

# --8<-- [start:why-none]
inputs = torch.ones(1, 2)
layers = {name: nn.Linear(2, 1) for name in ("used", "cut off", "frozen", "unused")}
layers["frozen"].requires_grad_(False)
print("before backward():", layers["used"].weight.grad)
# > before backward(): None

loss = layers["used"](inputs) + layers["cut off"](inputs).detach()
(loss + layers["frozen"](inputs)).sum().backward()
for name, layer in layers.items():
    print(f"{name:8} {layer.weight.grad}")
# > used     tensor([[1., 1.]])
# > cut off  None
# > frozen   None
# > unused   None
# --8<-- [end:why-none]

# --8<-- [start:typo]
loss = model(torch.ones(1, 2)).sum()
for name in ("zero_grad", "gard_fn"):
    try:
        getattr(loss, name)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
# > AttributeError: 'Tensor' object has no attribute 'zero_grad'
# > AttributeError: 'Tensor' object has no attribute 'gard_fn'
print(f"{loss.grad_fn.name()=}")
# > loss.grad_fn.name()='SumBackward0'
# --8<-- [end:typo]
