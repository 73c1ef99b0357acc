"""Metrics from their definitions: for classes, scores, numbers and rankings. Counts and sums are taken in float64."""

from typing import Literal

import torch
from torch import Tensor


def confusion_matrix(predictions: Tensor, targets: Tensor, num_classes: int) -> Tensor:
    """Count how often each true class was predicted as each class.

    Args:
        predictions: predicted class indices `(samples,)`, not logits.
        targets: true class indices `(samples,)`.
        num_classes: number of classes.

    Returns:
        Counts `(classes, classes)` int64, row = true class, column = predicted class.

    Raises:
        ValueError: the shapes differ or are not `(samples,)`, there is no sample, or an index
            is not in 0 ... num_classes - 1.

    Examples:
        >>> confusion_matrix(torch.tensor([0, 1, 1]), torch.tensor([0, 0, 1]), 2)
        tensor([[1, 1],
                [0, 1]])
    """
    _check_shapes(predictions, targets)
    for name, indices in (("predictions", predictions), ("targets", targets)):
        low, high = int(indices.min()), int(indices.max())
        if low < 0 or high >= num_classes:
            raise ValueError(f"{name} hold {low} ... {high}, expected class indices 0 ... {num_classes - 1}")
    cells = targets.long() * num_classes + predictions.long()  # row * columns + column
    return torch.bincount(cells, minlength=num_classes**2).reshape(num_classes, num_classes)


def accuracy(matrix: Tensor) -> float:
    """Share of the samples that stand on the diagonal of a confusion matrix.

    Args:
        matrix: counts `(classes, classes)`.

    Returns:
        Right predictions / all predictions.

    Examples:
        >>> accuracy(torch.tensor([[3, 1], [0, 4]]))
        0.875
    """
    return float(matrix.diagonal().sum() / matrix.sum())


def precision_recall_f1(
    matrix: Tensor,
    average: Literal["macro", "weighted", "micro"] | None = None,
) -> tuple[Tensor, Tensor, Tensor]:
    """Precision, recall and F1 of a confusion matrix; 0 where nothing can be divided.

    Args:
        matrix: counts `(classes, classes)`, row = true class, column = predicted class.
        average: `None` for each class; `"macro"` for the mean of the classes that occur;
            `"weighted"` for the mean weighted by the samples of each class; `"micro"` to add
            up the counts of all classes first.

    Returns:
        Three tensors of float64, `(classes,)` without an average, else `()`.

    Raises:
        ValueError: the average is not known.

    Examples:
        >>> precision, recall, f1 = precision_recall_f1(torch.tensor([[3, 1], [0, 4]]))
        >>> precision, recall
        (tensor([1.0000, 0.8000], dtype=torch.float64), tensor([0.7500, 1.0000], dtype=torch.float64))
        >>> round(precision_recall_f1(torch.tensor([[3, 1], [0, 4]]), "macro")[2].item(), 4)
        0.873
    """
    hits = matrix.diagonal().double()
    predicted = matrix.sum(0).double()  # columns: how often the class was said
    actual = matrix.sum(1).double()  # rows: how often it was true
    if average == "micro":
        hits, predicted, actual = hits.sum(), predicted.sum(), actual.sum()
    precision = hits / predicted.clamp(min=1)  # no prediction, no hit: 0 / 1
    recall = hits / actual.clamp(min=1)
    f1 = 2 * hits / (predicted + actual).clamp(min=1)
    if average in (None, "micro"):
        return precision, recall, f1
    if average == "macro":
        weights = ((predicted + actual) > 0).double()  # a class that occurs nowhere is left out
    elif average == "weighted":
        weights = actual
    else:
        raise ValueError(f"average {average!r} is not one of None, 'macro', 'weighted', 'micro'")
    weights = weights / weights.sum()
    return (precision * weights).sum(), (recall * weights).sum(), (f1 * weights).sum()


def roc_auc(scores: Tensor, targets: Tensor) -> float:
    """Share of the pairs (positive, negative) in which the positive has the higher score.

    A tie counts one half. This is the area under the ROC curve (Hanley and McNeil 1982).

    Args:
        scores: real scores `(samples,)`, higher = more positive; not 0/1 predictions.
        targets: 0 or 1 `(samples,)`.

    Returns:
        1.0 if every positive is above every negative, 0.5 for a constant score.

    Raises:
        ValueError: the shapes differ or are not `(samples,)`, a target is neither 0 nor 1, or a
            class is missing.

    Examples:
        >>> roc_auc(torch.tensor([0.1, 0.4, 0.35, 0.8]), torch.tensor([0, 0, 1, 1]))
        0.75
    """
    scores, positive = _scored(scores, targets)
    above, below = scores[positive], scores[~positive].sort().values
    if not len(above) or not len(below):
        raise ValueError(f"ROC AUC needs both classes, got {len(above)} positives and {len(below)} negatives")
    lower = torch.searchsorted(below, above)  # negatives below each positive
    lower_or_tied = torch.searchsorted(below, above, right=True)
    return float((lower + lower_or_tied).sum() / (2 * len(above) * len(below)))


def average_precision(scores: Tensor, targets: Tensor) -> float:
    """Precision at the score of each positive, averaged over the positives.

    For a classifier this is the area under the precision-recall curve (without interpolation);
    for one query, its mean over the queries is MAP.

    Args:
        scores: real scores `(items,)`, higher = first. Tied items share their last place.
        targets: 0 or 1 `(items,)`, 1 = positive or relevant.

    Returns:
        1.0 if all positives come first, 0.0 if there is none.

    Raises:
        ValueError: the shapes differ or are not `(items,)`, or a target is neither 0 nor 1.

    Examples:
        >>> average_precision(torch.tensor([0.9, 0.8, 0.1]), torch.tensor([1, 0, 1]))
        0.8333333333333333
    """
    scores, positive = _scored(scores, targets)
    hits = scores[positive]
    if not len(hits):
        return 0.0
    places = len(scores) - torch.searchsorted(scores.sort().values, hits)  # items at or above it
    found = len(hits) - torch.searchsorted(hits.sort().values, hits)  # positives at or above it
    return float((found / places.double()).mean())


def mean_absolute_error(predictions: Tensor, targets: Tensor) -> float:
    """MAE, the mean of |prediction - target|, in the unit of the target.

    Args:
        predictions: `(samples,)`.
        targets: `(samples,)`.

    Returns:
        The mean absolute error.

    Raises:
        ValueError: the shapes differ or are not `(samples,)`.

    Examples:
        >>> mean_absolute_error(torch.tensor([1.0, 4.0]), torch.tensor([2.0, 2.0]))
        1.5
    """
    return float(_errors(predictions, targets).abs().mean())


def mean_squared_error(predictions: Tensor, targets: Tensor) -> float:
    """MSE, the mean of (prediction - target)², in the unit of the target squared; its root is RMSE.

    Args:
        predictions: `(samples,)`.
        targets: `(samples,)`.

    Returns:
        The mean squared error.

    Raises:
        ValueError: the shapes differ or are not `(samples,)`.

    Examples:
        >>> mean_squared_error(torch.tensor([1.0, 4.0]), torch.tensor([2.0, 2.0]))
        2.5
    """
    return float(_errors(predictions, targets).square().mean())


def r2_score(predictions: Tensor, targets: Tensor) -> float:
    """R², 1 - the squared error / the squared error of always predicting the mean target.

    Args:
        predictions: `(samples,)`.
        targets: `(samples,)`.

    Returns:
        1.0 for perfect predictions, 0.0 for the mean, negative for worse. If all targets are
        equal: 1.0 for perfect predictions, else 0.0.

    Raises:
        ValueError: the shapes differ or are not `(samples,)`, or there is one sample.

    Examples:
        >>> r2_score(torch.tensor([1.0, 2.0, 4.0]), torch.tensor([1.0, 2.0, 3.0]))
        0.5
    """
    squared = _errors(predictions, targets).square().sum()
    if len(targets) < 2:
        raise ValueError("R² needs two samples or more, got 1")
    truth = targets.detach().cpu().double()
    spread = (truth - truth.mean()).square().sum()
    if spread == 0:
        return 1.0 if squared == 0 else 0.0
    return float(1 - squared / spread)


def mean_absolute_percentage_error(predictions: Tensor, targets: Tensor) -> float:
    """MAPE, the mean of |prediction - target| / |target|, as a fraction (0.1 = 10 %).

    Args:
        predictions: `(samples,)`.
        targets: `(samples,)`, none of them 0.

    Returns:
        The mean absolute percentage error.

    Raises:
        ValueError: the shapes differ or are not `(samples,)`, or a target is 0.

    Examples:
        >>> mean_absolute_percentage_error(torch.tensor([50.0, 300.0]), torch.tensor([100.0, 200.0]))
        0.5
    """
    errors = _errors(predictions, targets)
    truth = targets.detach().cpu().double()
    zeros = int((truth == 0).sum())
    if zeros:
        raise ValueError(f"MAPE divides by the targets, and {zeros} of {len(truth)} are 0")
    return float((errors / truth).abs().mean())


def reciprocal_rank(scores: Tensor, targets: Tensor) -> float:
    """1 / the place of the first relevant item of one query; the mean over queries is MRR.

    Args:
        scores: real scores `(items,)`, higher = first. Of tied items the relevant one comes last.
        targets: 0 or 1 `(items,)`, 1 = relevant.

    Returns:
        1.0 if a relevant item comes first, 0.5 if second; 0.0 if none is relevant.

    Raises:
        ValueError: the shapes differ or are not `(items,)`, or a target is neither 0 nor 1.

    Examples:
        >>> reciprocal_rank(torch.tensor([0.9, 0.8, 0.1]), torch.tensor([0, 1, 1]))
        0.5
    """
    scores, relevant = _scored(scores, targets)
    if not relevant.any():
        return 0.0
    best = scores[relevant].max()
    return 1 / (1 + int((scores[~relevant] >= best).sum()))


def ndcg(scores: Tensor, gains: Tensor, k: int | None = None) -> float:
    """Gains discounted by place, divided by the same sum in the best order, for one query.

    The gain at place r (1, 2, ...) counts 1 / log2(r + 1) (Järvelin and Kekäläinen 2002). Tied
    items share the mean discount of their places (McSherry and Najork 2008).

    Args:
        scores: real scores `(items,)`, higher = first.
        gains: how relevant each item is `(items,)`, 0 or more.
        k: count the first k places only, by default all.

    Returns:
        1.0 for the best order, 0.0 if no item has a gain.

    Raises:
        ValueError: the shapes differ or are not `(items,)`, a gain is negative, or k is less than 1.

    Examples:
        >>> round(ndcg(torch.tensor([0.9, 0.8, 0.1]), torch.tensor([0, 1, 1])), 4)
        0.6934
    """
    _check_shapes(scores, gains)
    if gains.min() < 0:
        raise ValueError(f"a gain is {gains.min().item()}, expected 0 or more")
    if k is not None and k < 1:
        raise ValueError(f"k is {k}, expected 1 or more")
    scores, gains = scores.detach().cpu().double(), gains.detach().cpu().double()
    best = _dcg(gains, gains, k)
    return _dcg(scores, gains, k) / best if best > 0 else 0.0


def _dcg(scores: Tensor, gains: Tensor, k: int | None) -> float:
    places = torch.arange(1, len(scores) + 1, dtype=torch.float64)
    discounts = 1 / torch.log2(places + 1)
    if k is not None:
        discounts[k:] = 0
    sums = torch.cat([torch.zeros(1, dtype=torch.float64), discounts.cumsum(0)])
    ordered = scores.sort().values
    first = len(scores) - torch.searchsorted(ordered, scores, right=True)  # items above it
    last = len(scores) - torch.searchsorted(ordered, scores)  # items above or tied
    return float((gains * (sums[last] - sums[first]) / (last - first)).sum())


def _errors(predictions: Tensor, targets: Tensor) -> Tensor:
    _check_shapes(predictions, targets)
    return predictions.detach().cpu().double() - targets.detach().cpu().double()


def _scored(scores: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    _check_shapes(scores, targets)
    if not ((targets == 0) | (targets == 1)).all():
        raise ValueError(f"targets hold {targets.unique().tolist()}, expected 0 and 1")
    return scores.detach().cpu(), targets.cpu() == 1


def _check_shapes(first: Tensor, second: Tensor) -> None:
    if first.shape != second.shape or first.dim() != 1 or not len(first):
        raise ValueError(f"shapes {tuple(first.shape)} and {tuple(second.shape)}, expected (samples,) twice")
