# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["forgotten_zero_grad.svg"]
# ///
"""Forgetting zero_grad() on the simplest loss there is: in 60 steps it does not settle, and nothing warns you."""

import matplotlib.pyplot as plt
import torch
from torch import nn


# --8<-- [start:forgotten]
def train(steps, forget):
    w = nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([w], lr=0.1)
    path = [w.item()]
    for _ in range(steps):
        if not forget:
            optimizer.zero_grad()
        loss = (w**2).sum()  # smallest at w = 0
        loss.backward()
        optimizer.step()
        path.append(w.item())
    return path


cleared = train(60, forget=False)
forgotten = train(60, forget=True)
for step in (0, 5, 10, 20, 60):
    print(
        f"step {step:2}: cleared {cleared[step]:7.4f}   forgotten {forgotten[step]:7.4f}"
    )
# > step  0: cleared  1.0000   forgotten  1.0000
# > step  5: cleared  0.3277   forgotten -0.8099
# > step 10: cleared  0.1074   forgotten  0.0240
# > step 20: cleared  0.0115   forgotten -1.0096
# > step 60: cleared  0.0000   forgotten -0.5653
# --8<-- [end:forgotten]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
axes.plot(cleared, label="zero_grad() every step", color="#2b8a3e")
axes.plot(forgotten, label="zero_grad() forgotten", color="#d9480f", linestyle="--")
axes.axhline(0, color="gray", linewidth=0.5)
axes.set(xlabel="step", ylabel="w")
axes.legend(frameon=False, ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("forgotten_zero_grad.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
