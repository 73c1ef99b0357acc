# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Errors of multi-label training and metrics."""

import sklearn.metrics
import torch
from torch import nn

# --8<-- [start:lists]
films = [[0, 1], [2], []]  # the indices of the labels of each film
try:
    torch.tensor(films)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: expected sequence of length 2 at dim 1 (got 1)

targets = torch.zeros(len(films), 4)
for row, indices in enumerate(films):
    targets[row, indices] = 1.0
print(targets.tolist())
# > [[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 0.0]]
# --8<-- [end:lists]

# --8<-- [start:shape]
logits = torch.zeros(3, 4)  # (batch, labels)
criterion = nn.BCEWithLogitsLoss()
try:
    criterion(logits, torch.tensor([0.0, 1.0, 2.0]))  # class indices
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 4]))
# --8<-- [end:shape]

# --8<-- [start:integers]
try:
    criterion(logits, targets.long())
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: result type Float can't be cast to the desired output type Long
print(f"{criterion(logits, targets).item():.4f}")
# > 0.6931
# --8<-- [end:integers]

# --8<-- [start:range]
for inputs in (logits - 1, logits + float("nan")):  # wants probabilities
    try:
        nn.BCELoss()(inputs, targets)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: all elements of input should be between 0 and 1
# > RuntimeError: all elements of input should be between 0 and 1
# --8<-- [end:range]

# --8<-- [start:sklearn]
there = targets.int()
for metric, answers in (
    (sklearn.metrics.confusion_matrix, there),
    (sklearn.metrics.f1_score, logits.sigmoid()),
    (sklearn.metrics.f1_score, there),
):
    try:
        metric(there, answers)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
# > ValueError: multilabel-indicator is not supported
# > ValueError: Classification metrics can't handle a mix of multilabel-indicator and continuous-multioutput targets
# > ValueError: Target is multilabel-indicator but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted', 'samples'].
print(sklearn.metrics.multilabel_confusion_matrix(there, there).shape)
# > (4, 2, 2)
# --8<-- [end:sklearn]
