# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""filter() and parameters() can be walked once, then nothing is left."""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 4), nn.Linear(4, 1))
model[0].requires_grad_(False)

# --8<-- [start:empty]
trainable = filter(lambda p: p.requires_grad, model.parameters())
print(sum(p.numel() for p in trainable), "to train")
# > 5 to train
try:
    torch.optim.SGD(trainable, lr=0.1)
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: optimizer got an empty parameter list

trainable = [p for p in model.parameters() if p.requires_grad]
print(sum(p.numel() for p in trainable), "to train")
# > 5 to train
optimizer = torch.optim.SGD(trainable, lr=0.1)
# --8<-- [end:empty]

# --8<-- [start:clip]
parameters = model.parameters()
optimizer = torch.optim.SGD(parameters, lr=0.1)
(1000 * model(torch.ones(1, 2))).sum().backward()
norm = nn.utils.clip_grad_norm_(parameters, max_norm=1.0)
# ! UserWarning: `parameters` is an empty generator, no gradient clipping will occur.
print(f"norm that was clipped: {norm.item()}")
# > norm that was clipped: 0.0
norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
print(f"norm of the model:     {norm.item():.0f}")
# > norm of the model:     1479
# --8<-- [end:clip]

# --8<-- [start:index]
for wrong in (
    lambda: model.parameters()[0],
    lambda: len(model.parameters()),
    lambda: next(model.children),
):
    try:
        wrong()
    except TypeError as error:
        print(f"TypeError: {error}")
# > TypeError: 'generator' object is not subscriptable
# > TypeError: object of type 'generator' has no len()
# > TypeError: 'method' object is not an iterator
print(next(model.parameters()).dtype, len(list(model.parameters())))
# > torch.float32 4
# --8<-- [end:index]
