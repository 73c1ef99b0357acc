# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Where does the NaN begin? Look at inputs, weights, outputs, loss and gradients, in this order."""

import torch
from torch import nn


# --8<-- [start:order]
def finite(*tensors):
    return all(tensor.isfinite().all().item() for tensor in tensors)


def look(name, model, inputs, criterion):
    weights = finite(*model.parameters())
    outputs = model(inputs)
    loss = criterion(outputs)
    model.zero_grad()
    loss.backward()
    seen = {
        "inputs": finite(inputs),
        "weights": weights,
        "outputs": finite(outputs),
        "loss": finite(loss),
        "gradients": finite(*[p.grad for p in model.parameters()]),
    }
    first = next((part for part, good in seen.items() if not good), "nothing")
    print(f"{name:14} first not finite: {first}")


torch.manual_seed(0)
model = nn.Linear(3, 1)
inputs = torch.randn(8, 3)


def squared(outputs):
    return (outputs - 1).square().mean()


def root(outputs):  # of a difference that is 0
    return (outputs - outputs.detach()).abs().sqrt().sum()


look("all is well", model, inputs, squared)
# > all is well    first not finite: nothing
broken = inputs.clone()
broken[2, 1] = float("nan")  # an empty cell of a table
look("an empty cell", model, broken, squared)
# > an empty cell  first not finite: inputs
look("sqrt at 0", model, inputs, root)
# > sqrt at 0      first not finite: gradients
spoiled = nn.Linear(3, 1)
nn.init.constant_(spoiled.weight, float("nan"))  # a step with NaN gradients
look("one step later", spoiled, inputs, squared)
# > one step later first not finite: weights
# --8<-- [end:order]


# --8<-- [start:rate]
def steps_until_not_finite(kind, lr, clip):
    torch.manual_seed(0)
    model = nn.Linear(3, 1)
    optimizer = kind(model.parameters(), lr=lr)
    for step in range(200):
        loss = squared(model(inputs))
        if not loss.isfinite():
            return f"loss {loss.item()} at step {step}"
        optimizer.zero_grad()
        loss.backward()
        if clip:
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    return f"loss {loss.item():.2f} after 200 steps"


SGD, AdamW = torch.optim.SGD, torch.optim.AdamW
for kind, lr, clip in (
    (SGD, 0.1, False),
    (SGD, 3.0, False),
    (SGD, 3.0, True),
    (AdamW, 3.0, False),
):
    found = steps_until_not_finite(kind, lr, clip)
    print(f"{kind.__name__:5} lr {lr}, clipped {clip!s:5}: {found}")
# > SGD   lr 0.1, clipped False: loss 0.00 after 200 steps
# > SGD   lr 3.0, clipped False: loss inf at step 22
# > SGD   lr 3.0, clipped True : loss 3.59 after 200 steps
# > AdamW lr 3.0, clipped False: loss 0.00 after 200 steps
# --8<-- [end:rate]

# --8<-- [start:answer]
outputs = model(inputs)
loss = squared(outputs)
if not loss.isfinite():  # before backward() and step() spread it
    raise ValueError(f"the loss is {loss.item()}")
# --8<-- [end:answer]
