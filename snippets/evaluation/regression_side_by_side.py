# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""All regression metrics of a linear model on the diabetes data: the recipe beside scikit-learn."""

import sklearn.metrics as sk
import torch
from sklearn.datasets import load_diabetes

from torchbyexample.metrics import (
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    r2_score,
)

# --8<-- [start:side-by-side]
data = load_diabetes()
inputs = torch.tensor(data.data)  # (442, 10) float64
inputs = torch.cat([inputs, torch.ones(442, 1)], dim=1)  # a column for the bias
targets = torch.tensor(data.target)  # (442,)
order = torch.randperm(442, generator=torch.Generator().manual_seed(0))
train, test = order[:300], order[300:]

weights = torch.linalg.lstsq(
    inputs[train], targets[train, None]
).solution  # (11, 1)
predictions = (inputs[test] @ weights).squeeze(1)  # (142,)
truth = targets[test]
print(f"{len(test)} patients, targets {targets.min():.0f} to {targets.max():.0f}")
# > 142 patients, targets 25 to 346

mse, their_mse = (
    mean_squared_error(predictions, truth),
    sk.mean_squared_error(truth, predictions),
)
ours = {
    "MAE": mean_absolute_error(predictions, truth),
    "MSE": mse,
    "RMSE": mse**0.5,
    "R2": r2_score(predictions, truth),
    "MAPE": mean_absolute_percentage_error(predictions, truth),
}
theirs = {
    "MAE": sk.mean_absolute_error(truth, predictions),
    "MSE": their_mse,
    "RMSE": sk.root_mean_squared_error(truth, predictions),
    "R2": sk.r2_score(truth, predictions),
    "MAPE": sk.mean_absolute_percentage_error(truth, predictions),
}
for name, value in ours.items():
    print(f"{name:4} {value:11.6f}  scikit-learn {theirs[name]:11.6f}")
# > MAE    43.036188  scikit-learn   43.036188
# > MSE  2706.339205  scikit-learn 2706.339205
# > RMSE   52.022487  scikit-learn   52.022487
# > R2      0.557150  scikit-learn    0.557150
# > MAPE    0.376783  scikit-learn    0.376783
# --8<-- [end:side-by-side]

# --8<-- [start:r2]
mean = torch.full_like(truth, truth.mean().item())
for name, guess in (
    ("the truth", truth),
    ("the model", predictions),
    ("the mean", mean),
    ("always 0", torch.zeros_like(truth)),
):
    print(f"{name:9} R2 {r2_score(guess, truth):7.4f}")
# > the truth R2  1.0000
# > the model R2  0.5572
# > the mean  R2  0.0000
# > always 0  R2 -3.6397
# --8<-- [end:r2]

# --8<-- [start:batches]
batches = list(zip(predictions.split(8), truth.split(8), strict=True))
r2s = [r2_score(guess, right) for guess, right in batches]
roots = [mean_squared_error(guess, right) ** 0.5 for guess, right in batches]
print(f"R2   mean of {len(r2s)} batches {sum(r2s) / len(r2s):8.4f}")
# > R2   mean of 18 batches   0.4600
print(f"R2   of the whole set   {r2_score(predictions, truth):8.4f}")
# > R2   of the whole set     0.5572
print(f"RMSE mean of {len(roots)} batches {sum(roots) / len(roots):8.4f}")
# > RMSE mean of 18 batches  49.9808
print(f"RMSE of the whole set   {mse**0.5:8.4f}")
# > RMSE of the whole set    52.0225
# --8<-- [end:batches]

# --8<-- [start:scaled]
mean, std = targets[train].mean(), targets[train].std()
scaled_predictions, scaled_truth = (predictions - mean) / std, (truth - mean) / std
print(
    f"MAE on scaled targets  {mean_absolute_error(scaled_predictions, scaled_truth):.4f}"
)
# > MAE on scaled targets  0.5623
back = scaled_predictions * std + mean
print(f"MAE in the real unit  {mean_absolute_error(back, truth):.4f}")
# > MAE in the real unit  43.0362
print(
    f"R2 scaled and real     {r2_score(scaled_predictions, scaled_truth):.4f} {r2_score(back, truth):.4f}"
)
# > R2 scaled and real     0.5572 0.5572
# --8<-- [end:scaled]
