# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.mode-needs-other-optimizer"]
# ///
"""The mode belongs to the modules: an optimizer has none, and its settings stay."""

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

# --8<-- [start:no-mode]
model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
model(torch.ones(1, 1)).sum().backward()
optimizer.step()  # now it has something to remember


def remembered():
    velocity = optimizer.state[model.weight]["momentum_buffer"].item()
    return optimizer.param_groups[0]["lr"], velocity


print(f"train: {remembered()}")
# > train: (0.1, 1.0)
model.eval()
print(f"eval:  {remembered()}")
# > eval:  (0.1, 1.0)
with_mode = [
    name
    for name in torch.optim.__all__
    if hasattr(getattr(torch.optim, name), "eval")
]
print(f"{with_mode=}")
# > with_mode=[]
# --8<-- [end:no-mode]

# --8<-- [start:average]
average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
for value in (1.0, 2.0, 3.0):  # three updates of the weight
    nn.init.constant_(model.weight, value)
    average.update_parameters(model)
    print(f"weight {value}: averaged {average.module.weight.item():.2f}")
# > weight 1.0: averaged 1.00
# > weight 2.0: averaged 1.10
# > weight 3.0: averaged 1.29
# --8<-- [end:average]
