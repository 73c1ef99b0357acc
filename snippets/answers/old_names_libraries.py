# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "torchmetrics>=1.9", "optuna>=5", "numpy>=2.4", "scikit-learn>=1.9", "joblib"]
# ///
"""Old names of torchmetrics, Optuna, NumPy and scikit-learn, and what to write instead."""

import re
import warnings
from contextlib import contextmanager

import numpy as np
import optuna
import torch
import torchmetrics

EXPECTED = (AttributeError, ImportError, TypeError, ValueError)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


optuna.logging.set_verbosity(optuna.logging.WARNING)

# --8<-- [start:metrics]
predicted = torch.tensor([0, 1, 2])
targets = torch.tensor([0, 1, 1])
with today():
    torchmetrics.Accuracy()
# > TypeError: Accuracy.__new__() missing 1 required positional argument: 'task'
torchmetrics.Accuracy(task="multiclass", num_classes=3)
torchmetrics.Accuracy(task="binary")
torchmetrics.Accuracy(task="multilabel", num_labels=3)

with today():
    torchmetrics.functional.accuracy(predicted, targets)
# > TypeError: accuracy() missing 1 required positional argument: 'task'
torchmetrics.functional.accuracy(
    predicted, targets, task="multiclass", num_classes=3
)

with today():
    torchmetrics.ConfusionMatrix(num_classes=3)
# > TypeError: ConfusionMatrix.__new__() missing 1 required positional argument: 'task'
torchmetrics.ConfusionMatrix(task="multiclass", num_classes=3)

with today():
    torchmetrics.F1(num_classes=3)
# > AttributeError: module 'torchmetrics' has no attribute 'F1'
torchmetrics.F1Score(task="multiclass", num_classes=3)

with today():
    torchmetrics.IoU(num_classes=3)
# > AttributeError: module 'torchmetrics' has no attribute 'IoU'
torchmetrics.JaccardIndex(task="multiclass", num_classes=3)

with today():
    torchmetrics.SSIM()
# > AttributeError: module 'torchmetrics' has no attribute 'SSIM'
torchmetrics.image.StructuralSimilarityIndexMeasure()

with today():
    torchmetrics.MeanSquaredError(compute_on_step=False)
# > ValueError: Unexpected keyword arguments: `compute_on_step`
torchmetrics.MeanSquaredError()
# --8<-- [end:metrics]

# --8<-- [start:others]
trial = optuna.create_study().ask()
with today():
    trial.suggest_loguniform("lr", 1e-5, 1e-1)
# > FutureWarning: suggest_loguniform has been deprecated in v3.0.0
trial.suggest_float("new_lr", 1e-5, 1e-1, log=True)

with today():
    trial.suggest_uniform("dropout", 0.0, 0.5)
# > FutureWarning: suggest_uniform has been deprecated in v3.0.0
trial.suggest_float("new_dropout", 0.0, 0.5)

with today():
    trial.suggest_discrete_uniform("momentum", 0.5, 0.9, 0.1)
# > FutureWarning: suggest_discrete_uniform has been deprecated in v3.0.0
trial.suggest_float("new_momentum", 0.5, 0.9, step=0.1)

with today():
    optuna.distributions.UniformDistribution(0, 1)
# > FutureWarning: UniformDistribution has been deprecated in v3.0.0
optuna.distributions.FloatDistribution(0, 1)

with today():
    np.array([1], dtype=np.float)
# > AttributeError: module 'numpy' has no attribute 'float'.
np.array([1], dtype=float)
np.array([1], dtype=np.float64)

with today():
    np.array([1], dtype=np.int)
# > AttributeError: module 'numpy' has no attribute 'int'.
np.array([1], dtype=int)
np.array([1], dtype=np.int64)

with today():
    np.object
# > FutureWarning: In the future `np.object` will be defined as the corresponding NumPy scalar.
# > AttributeError: module 'numpy' has no attribute 'object'.
object

with today():
    print(np.bool)
# > <class 'numpy.bool'>
# > runs
print(np.bool_ is np.bool)
# > True

with today():
    from sklearn.datasets import load_boston
# > ImportError: `load_boston` has been removed from scikit-learn since version 1.2.
from sklearn.datasets import load_diabetes

with today():
    from sklearn.externals import joblib
# > ImportError: cannot import name 'joblib' from 'sklearn.externals'
import joblib
# --8<-- [end:others]
