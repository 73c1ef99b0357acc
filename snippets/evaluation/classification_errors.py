# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.6"]
#
# ///
"""Errors of classification metrics: no average for several classes, one class only, logits instead of classes."""

import sklearn.metrics
import torch

from torchbyexample.metrics import confusion_matrix, roc_auc

# --8<-- [start:average]
targets = torch.tensor([0, 1, 2, 2])
predictions = torch.tensor([0, 1, 1, 2])
try:
    sklearn.metrics.f1_score(targets, predictions)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Target is multiclass but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted'].
print(f"{sklearn.metrics.f1_score(targets, predictions, average='macro'):.4f}")
# > 0.7778
# --8<-- [end:average]

# --8<-- [start:no-predicted]
healthy = [0, 0, 0]  # nobody is called ill
print(sklearn.metrics.precision_score([0, 1, 0], healthy))
# > 0.0
# ! UndefinedMetricWarning: Precision is ill-defined and being set to 0.0 due to no predicted samples. Use `zero_division` parameter to control this behavior.
print(sklearn.metrics.precision_score([0, 1, 0], healthy, zero_division=0))
# > 0.0
# --8<-- [end:no-predicted]

# --8<-- [start:one-class]
scores, targets = torch.tensor([0.2, 0.9]), torch.tensor([1, 1])
print(sklearn.metrics.roc_auc_score(targets, scores))
# > nan
# ! UndefinedMetricWarning: Only one class is present in y_true. ROC AUC score is not defined in that case.
try:
    roc_auc(scores, targets)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: ROC AUC needs both classes, got 2 positives and 0 negatives
# --8<-- [end:one-class]

# --8<-- [start:logits]
logits = torch.tensor([[2.0, 1.0], [0.5, 3.0]])  # (samples, classes)
targets = torch.tensor([0, 1])
try:
    confusion_matrix(logits, targets, num_classes=2)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: shapes (2, 2) and (2,), expected (samples,) twice
print(confusion_matrix(logits.argmax(1), targets, num_classes=2))
# > tensor([[1, 0],
# >         [0, 1]])
# --8<-- [end:logits]
