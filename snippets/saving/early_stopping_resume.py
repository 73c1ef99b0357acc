# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The counter and the best weights belong into the checkpoint too."""

import torch
from torch import nn

from torchbyexample.early_stopping import EarlyStopping

# --8<-- [start:resume]
losses = [0.9, 0.6, 0.5, 0.7, 0.8, 0.65, 0.62, 0.61, 0.63, 0.64, 0.66, 0.67]
model = nn.Linear(1, 1)


def follow(stopper, start, stop):
    for epoch in range(start, stop):
        if stopper.step(losses[epoch], model):
            return f"stopped after epoch {epoch}, best {stopper.best_score}"
    return f"went on, best {stopper.best_score}, waited {stopper.wait}"


print("in one go:      ", follow(EarlyStopping(patience=4), 0, 12))
# > in one go:       stopped after epoch 6, best 0.5

stopper = EarlyStopping(patience=4)
print("until the crash:", follow(stopper, 0, 5))
# > until the crash: went on, best 0.5, waited 2
torch.save(
    {"model": model.state_dict(), "stopper": stopper.state_dict()}, "last.pt"
)

checkpoint = torch.load("last.pt")  # a new process begins here
stopper = EarlyStopping(patience=4)
stopper.load_state_dict(checkpoint["stopper"])
print("resumed:        ", follow(stopper, 5, 12))
# > resumed:         stopped after epoch 6, best 0.5
print("begun anew:     ", follow(EarlyStopping(patience=4), 5, 12))
# > begun anew:      stopped after epoch 11, best 0.61
# --8<-- [end:resume]
