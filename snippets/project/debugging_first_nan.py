# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Three runs to tell an overflow from a rate that is too large and from the data."""

import torch
from torch import nn


# --8<-- [start:first]
def first_bad_step(inputs, targets, dtype=torch.float32, lr=0.1, steps=200):
    """The step whose loss is not finite, and what was not finite before it."""
    torch.manual_seed(0)
    model = nn.Linear(8, 1).to(dtype)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    inputs, targets = inputs.to(dtype), targets.to(dtype)
    for step in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs), targets)
        if not loss.isfinite():
            return f"step {step}, inputs finite: {inputs.isfinite().all()}"
        loss.backward()
        optimizer.step()
    return f"none, last loss {loss.item():.2g}"


# --8<-- [end:first]

# --8<-- [start:runs]
torch.manual_seed(1)
inputs = torch.randn(64, 8)
targets = inputs.sum(1, keepdim=True)
gap = inputs.clone()
gap[5, 2] = float("nan")
cases = {
    "healthy": (inputs, targets, 0.1),
    "rate": (inputs, targets, 2.0),
    "large targets": (inputs, targets * 300, 0.1),
    "a gap": (gap, targets, 0.1),
}
for name, (x, y, lr) in cases.items():
    print(name)
    print("  as it is:  ", first_bad_step(x, y, torch.float16, lr))
    print("  float32:   ", first_bad_step(x, y, torch.float32, lr))
    print("  rate / 100:", first_bad_step(x, y, torch.float16, lr / 100))
# > healthy
# ~   as it is:   none, last loss 3.3e-05
# ~   float32:    none, last loss 3.7e-13
# ~   rate / 100: none, last loss 3.7
# > rate
# >   as it is:   step 3, inputs finite: True
# >   float32:    step 24, inputs finite: True
# ~   rate / 100: none, last loss 0.00069
# > large targets
# >   as it is:   step 0, inputs finite: True
# ~   float32:    none, last loss 5.2e-08
# >   rate / 100: step 0, inputs finite: True
# > a gap
# >   as it is:   step 0, inputs finite: False
# >   float32:    step 0, inputs finite: False
# >   rate / 100: step 0, inputs finite: False
# --8<-- [end:runs]
