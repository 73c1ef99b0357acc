# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["regression_mape.svg"]
# ///
"""MAPE: explodes at zero, and prefers predictions that are too low."""

import matplotlib.pyplot as plt
import sklearn.metrics
import torch

from torchbyexample.metrics import mean_absolute_percentage_error

# --8<-- [start:asymmetry]
targets = torch.tensor([100.0])
for guess in (0.0, 50.0, 200.0, 400.0):
    value = mean_absolute_percentage_error(torch.tensor([guess]), targets)
    print(f"predicted {guess:5.0f} for 100: MAPE {value:.0%}")
# > predicted     0 for 100: MAPE 100%
# > predicted    50 for 100: MAPE 50%
# > predicted   200 for 100: MAPE 100%
# > predicted   400 for 100: MAPE 300%
# --8<-- [end:asymmetry]

# --8<-- [start:best]
sales = torch.distributions.LogNormal(3.0, 0.8)
torch.manual_seed(0)
targets = sales.sample((500,))
guesses = torch.arange(1.0, 60.0, 0.5)  # one constant for all 500
errors = guesses[:, None] - targets  # (118, 500)

curves = {
    "MSE": errors.square().mean(1),
    "MAE": errors.abs().mean(1),
    "MAPE": (errors / targets).abs().mean(1),
}
print(f"mean {targets.mean():.1f}  median {targets.median():.1f}")
# > mean 30.5  median 20.6
for name, values in curves.items():
    print(f"{name:4} is smallest at the guess {guesses[values.argmin()]:.1f}")
# > MSE  is smallest at the guess 30.5
# > MAE  is smallest at the guess 20.5
# > MAPE is smallest at the guess 11.5
# --8<-- [end:best]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
for (name, values), color in zip(
    curves.items(), ("#1c7ed6", "#2b8a3e", "#d9480f"), strict=True
):
    scaled = values / values.min()
    axes.plot(guesses, scaled, color=color, label=name)
    axes.plot(guesses[values.argmin()], 1, "o", color=color)
axes.set(
    xlabel="one guess for all targets", ylabel="metric / its minimum", ylim=(0.9, 3)
)
axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("regression_mape.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:zero]
targets = torch.tensor([100.0, 100.0, 0.0])
predictions = torch.tensor([101.0, 99.0, 1.0])  # each wrong by 1
print(f"torch        {((predictions - targets) / targets).abs().mean():.4f}")
# > torch        inf
theirs = sklearn.metrics.mean_absolute_percentage_error(targets, predictions)
print(f"scikit-learn {theirs:.4g}")
# > scikit-learn 1.501e+15
try:
    mean_absolute_percentage_error(predictions, targets)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: MAPE divides by the targets, and 1 of 3 are 0
# --8<-- [end:zero]

# --8<-- [start:wape]
print(f"{(predictions - targets).abs().sum() / targets.abs().sum():.4f}")
# > 0.0150
# --8<-- [end:wape]
