# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""Errors of regression metrics: one sample, NaN, and the order of the arguments."""

import sklearn.metrics
import torch

from torchbyexample.metrics import r2_score

# --8<-- [start:one]
print(sklearn.metrics.r2_score([3.0], [2.5]))
# > nan
# ! UndefinedMetricWarning: R^2 score is not well-defined with less than two samples.
try:
    r2_score(torch.tensor([2.5]), torch.tensor([3.0]))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: R² needs two samples or more, got 1
# --8<-- [end:one]

# --8<-- [start:nan]
targets = torch.tensor([1.0, 2.0, 3.0])
predictions = torch.tensor([1.5, float("nan"), 3.0])
print(f"torch {(predictions - targets).abs().mean()}")
# > torch nan
try:
    sklearn.metrics.mean_absolute_error(targets, predictions)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Input contains NaN.
print(f"rows with NaN: {predictions.isnan().nonzero().flatten().tolist()}")
# > rows with NaN: [1]
# --8<-- [end:nan]

# --8<-- [start:order]
targets = torch.tensor([1.0, 2.0, 3.0, 4.0])
predictions = torch.tensor([2.0, 2.0, 3.0, 3.0])
right = sklearn.metrics.r2_score(targets, predictions)
swapped = sklearn.metrics.r2_score(predictions, targets)
print(f"r2_score(targets, predictions) {right:.2f}")
# > r2_score(targets, predictions) 0.60
print(f"r2_score(predictions, targets) {swapped:.2f}")
# > r2_score(predictions, targets) -1.00
# --8<-- [end:order]
