# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Predictions of shape (n, 1) against targets of shape (n,): every prediction meets every target."""

import torch
from torch import nn

from torchbyexample.metrics import mean_squared_error

# --8<-- [start:silent]
targets = torch.tensor([10.0, 20.0, 30.0, 40.0])  # (4,)
predictions = targets[
    :, None
].clone()  # (4, 1), as a Linear(..., 1) gives it: all perfect

errors = predictions - targets
print(f"{tuple(errors.shape)=} MSE {errors.square().mean():.2f}")
# > tuple(errors.shape)=(4, 4) MSE 250.00
errors = predictions.squeeze(1) - targets
print(f"{tuple(errors.shape)=} MSE {errors.square().mean():.2f}")
# > tuple(errors.shape)=(4,) MSE 0.00
# --8<-- [end:silent]

# --8<-- [start:warning]
print(nn.functional.mse_loss(predictions, targets))
# > tensor(250.)
# ! UserWarning: Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
# --8<-- [end:warning]

# --8<-- [start:refused]
try:
    mean_squared_error(predictions, targets)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: shapes (4, 1) and (4,), expected (samples,) twice
print(mean_squared_error(predictions.squeeze(1), targets))
# > 0.0
# --8<-- [end:refused]
