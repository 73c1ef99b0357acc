# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The average by hand, against the one of torch.optim.swa_utils."""

import copy

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

# --8<-- [start:by-hand]
torch.manual_seed(0)
model = nn.Linear(2, 1)
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
ours = None
for _ in range(50):
    with torch.no_grad():
        model.weight.add_(torch.randn(1, 2))  # stands in for a step
    ema.update_parameters(model)
    if ours is None:
        ours = copy.deepcopy(model)  # the first update copies
    else:
        with torch.no_grad():
            for mean, new in zip(
                ours.parameters(), model.parameters(), strict=True
            ):
                mean.lerp_(new, 0.1)  # 0.9 of the old, 0.1 of the new
print(torch.allclose(ours.weight, ema.module.weight))
# > True
# --8<-- [end:by-hand]

# --8<-- [start:decay]
for decay in (0.9, 0.99, 0.999):
    value = 0.0  # the average starts at 0, the weight is 1 from now on
    seen = {}
    for step in range(1, 1001):
        value = decay * value + (1 - decay) * 1.0
        if step in (10, 100, 1000):
            seen[step] = round(value, 2)
    print(f"decay {decay}: after {seen}")
# > decay 0.9: after {10: 0.65, 100: 1.0, 1000: 1.0}
# > decay 0.99: after {10: 0.1, 100: 0.63, 1000: 1.0}
# > decay 0.999: after {10: 0.01, 100: 0.1, 1000: 0.63}
# --8<-- [end:decay]

# --8<-- [start:keys]
print(list(ema.state_dict()))
# > ['n_averaged', 'module.weight', 'module.bias']
try:
    model.load_state_dict(ema.state_dict())
except RuntimeError as error:
    print(error)
# > Error(s) in loading state_dict for Linear:
# > 	Missing key(s) in state_dict: "weight", "bias".
# > 	Unexpected key(s) in state_dict: "n_averaged", "module.weight", "module.bias".
print(model.load_state_dict(ema.module.state_dict()))
# > <All keys matched successfully>
# --8<-- [end:keys]
