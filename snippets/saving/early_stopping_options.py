# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""patience, min_delta and mode on one row of losses, and the patience of ReduceLROnPlateau."""

import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau

from torchbyexample.early_stopping import EarlyStopping

# --8<-- [start:options]
losses = [0.90, 0.70, 0.60, 0.65, 0.59, 0.58, 0.66, 0.67, 0.68, 0.40, 0.45]
model = nn.Linear(1, 1)


def follow(scores, **settings):
    stopper = EarlyStopping(**settings)
    for score in scores:
        if stopper.step(score, model):
            break
    return f"{stopper.checks} checks, best {stopper.best_score} in {stopper.best_check}"


print("patience=1                ", follow(losses, patience=1))
# > patience=1                 4 checks, best 0.6 in 2
print("patience=3                ", follow(losses, patience=3))
# > patience=3                 9 checks, best 0.58 in 5
print("patience=4                ", follow(losses, patience=4))
# > patience=4                 11 checks, best 0.4 in 9
print("patience=3, min_delta=0.05", follow(losses, patience=3, min_delta=0.05))
# > patience=3, min_delta=0.05 6 checks, best 0.6 in 2

accuracies = [0.60, 0.71, 0.75, 0.74, 0.78, 0.77]
print('mode="max"                ', follow(accuracies, patience=2, mode="max"))
# > mode="max"                 6 checks, best 0.78 in 4
print('mode="min", by mistake    ', follow(accuracies, patience=2))
# > mode="min", by mistake     3 checks, best 0.6 in 0
# --8<-- [end:options]


# --8<-- [start:plateau]
def both(losses):
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    scheduler = ReduceLROnPlateau(optimizer, patience=2)
    stopper = EarlyStopping(patience=2)
    for loss in losses:
        stop = stopper.step(loss, model)
        scheduler.step(loss)
        lr = scheduler.get_last_lr()[0]
        print(f"loss {loss}: stop {stop}, learning rate {lr:.1f}")


both([0.5, 0.6, 0.6, 0.6])
# > loss 0.5: stop False, learning rate 1.0
# > loss 0.6: stop False, learning rate 1.0
# > loss 0.6: stop True, learning rate 1.0
# > loss 0.6: stop True, learning rate 0.1
both([0.4, 0.39999, 0.39998, 0.39997])  # tiny gains
# > loss 0.4: stop False, learning rate 1.0
# > loss 0.39999: stop False, learning rate 1.0
# > loss 0.39998: stop False, learning rate 1.0
# > loss 0.39997: stop False, learning rate 0.1
# --8<-- [end:plateau]
