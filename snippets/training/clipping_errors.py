# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The messages of clipping, and the cases without one."""

import torch
from torch import nn

# --8<-- [start:non-finite]
weight = nn.Parameter(torch.tensor([1.0, 0.0]))
weight.sqrt().sum().backward()
print(weight.grad)
# > tensor([0.5000,    inf])
try:
    nn.utils.clip_grad_norm_([weight], max_norm=1.0, error_if_nonfinite=True)
except RuntimeError as error:
    print(error)
# > The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`
# --8<-- [end:non-finite]

# --8<-- [start:generator]
model = nn.Linear(2, 1)
parameters = model.parameters()
optimizer = torch.optim.SGD(parameters, lr=0.1)  # walks through them
model(torch.ones(1, 2)).sum().backward()
norm = nn.utils.clip_grad_norm_(parameters, max_norm=1.0)
# ! UserWarning: `parameters` is an empty generator, no gradient clipping will occur.
print(norm)
# > tensor(0.)
norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)  # asked anew
print(f"{norm:.2f}")
# > 1.73
norm = nn.utils.clip_grad_norm(model.parameters(), 1.0)  # without the underscore
# ! FutureWarning: `torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.
# --8<-- [end:generator]


# --8<-- [start:model]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)


for wrong in (Net(), nn.Sequential(nn.Linear(2, 1)), optimizer.param_groups):
    try:
        nn.utils.clip_grad_norm_(wrong, max_norm=1.0)
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: 'Net' object is not iterable
# > AttributeError: 'Linear' object has no attribute 'grad'
# > AttributeError: 'dict' object has no attribute 'grad'
# --8<-- [end:model]

# --8<-- [start:unscale]
scaler = torch.amp.GradScaler("cpu")
scaler.scale(model(torch.ones(1, 2)).sum()).backward()
scaler.unscale_(optimizer)
for after_step in (False, True):
    if after_step:
        scaler.step(optimizer)
    try:
        scaler.unscale_(optimizer)
    except RuntimeError as error:
        print(f"{after_step=}: {error}")
# > after_step=False: unscale_() has already been called on this optimizer since the last update().
# > after_step=True: unscale_() is being called after step().
scaler.update()
scaler.unscale_(optimizer)  # allowed again
# --8<-- [end:unscale]
