# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A loss that is not a number, and the best weights of a run that had none."""

import copy
import pickle

import torch
from torch import nn

from torchbyexample.early_stopping import EarlyStopping

# --8<-- [start:none]
model = nn.Linear(1, 1)
stopper = EarlyStopping(patience=3)
print(stopper.step(float("nan"), model), stopper.best_state)  # stop, nothing kept
# > True None

best, best_state = 0.0, None  # no loss is below 0: start at float("inf")
for loss in (0.9, 0.7, 0.6):
    if loss < best:
        best, best_state = loss, copy.deepcopy(model.state_dict())

for state in (stopper.best_state, best_state):
    try:
        model.load_state_dict(state)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: Expected state_dict to be dict-like, got <class 'NoneType'>.
# > TypeError: Expected state_dict to be dict-like, got <class 'NoneType'>.
# --8<-- [end:none]

# --8<-- [start:nan]
nan = float("nan")
print(nan < 0.5, nan > 0.5, min(nan, 0.5), min(0.5, nan))
# > False False nan 0.5
# --8<-- [end:nan]

# --8<-- [start:mode]
try:
    EarlyStopping(mode="accuracy")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: mode is 'accuracy', expected "min" or "max"
# --8<-- [end:mode]

# --8<-- [start:file]
torch.save({"stopper": stopper}, "whole.pt")  # the object, not its state
try:
    torch.load("whole.pt")
except pickle.UnpicklingError as error:
    print(f"{type(error).__name__}: {str(error).split('.')[0]}")
# > UnpicklingError: Weights only load failed

torch.save({"stopper": stopper.state_dict()}, "state.pt")
print(list(torch.load("state.pt")["stopper"]))
# > ['best_score', 'best_check', 'best_state', 'wait', 'checks']
# --8<-- [end:file]
