# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The early stopping recipe around the scores of validation."""

# --8<-- [start:answer]
from torch import nn

from torchbyexample.early_stopping import EarlyStopping

model = nn.Linear(1, 1)
stopper = EarlyStopping(patience=2)
for epoch, loss_val in enumerate([0.9, 0.6, 0.7, 0.8, 0.5]):  # of your validation
    if stopper.step(loss_val, model):
        print(f"stopped in {epoch=}")
        break
# > stopped in epoch=3
model.load_state_dict(stopper.best_state)
print(f"best {stopper.best_score} in {stopper.best_check}")
# > best 0.6 in 1
# --8<-- [end:answer]
