"""Focal loss and label smoothing, written out: what torchvision and torch compute, in lines that can be read and changed."""

import torch
from torch import Tensor
from torch.nn import functional as F


def binary_focal_loss(
    logits: Tensor,
    targets: Tensor,
    gamma: float = 2.0,
    alpha: float | None = None,
    reduction: str = "mean",
) -> Tensor:
    """Binary cross-entropy that counts what the model finds easy for less.

    The formula is (4) and (5) of Lin et al., 2017, "Focal Loss for Dense Object Detection":
    `-alpha_t * (1 - p_t)**gamma * log(p_t)`, where `p_t` is the probability of the true answer.

    Args:
        logits: any shape, before the sigmoid.
        targets: the same shape, 0 or 1, of any dtype.
        gamma: 0 is binary cross-entropy; the larger, the less an easy sample counts.
        alpha: the weight of the ones, `1 - alpha` is that of the zeros; None weighs nothing.
        reduction: "mean", "sum" or "none".

    Returns:
        A scalar, or with `reduction="none"` the loss of each element in the shape of `logits`.

    Raises:
        ValueError: the shapes differ, `gamma` is negative, or `reduction` is another word.

    Examples:
        >>> logits = torch.tensor([2.0, 0.0, -2.0])
        >>> binary_focal_loss(logits, torch.ones(3), gamma=0.0, reduction="none")
        tensor([0.1269, 0.6931, 2.1269])
        >>> binary_focal_loss(logits, torch.ones(3), gamma=2.0, reduction="none")
        tensor([0.0018, 0.1733, 1.6501])
    """
    if logits.shape != targets.shape:
        raise ValueError(f"targets {tuple(targets.shape)} must have the shape of logits {tuple(logits.shape)}")
    targets = targets.to(logits.dtype)
    log_pt = F.logsigmoid((2 * targets - 1) * logits)  # sigmoid(-z) is 1 - sigmoid(z)
    loss = -_easiness(log_pt, gamma) * log_pt
    if alpha is not None:
        loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss
    return _reduce(loss, reduction, loss.numel())


def focal_loss(
    logits: Tensor,
    targets: Tensor,
    gamma: float = 2.0,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    """Cross-entropy that counts what the model finds easy for less, for any number of classes.

    Args:
        logits: `(batch, classes, *places)`, before the softmax.
        targets: class indices `(batch, *places)` int64.
        gamma: 0 is cross-entropy; the larger, the less an easy sample counts.
        weight: one factor for each class `(classes,)`; None weighs nothing.
        ignore_index: places with this target count nothing.
        reduction: "mean", "sum" or "none". As in `cross_entropy`, the mean divides by the sum of
            the weights of the targets.

    Returns:
        A scalar, or with `reduction="none"` the loss of each place `(batch, *places)`.

    Raises:
        ValueError: the shapes do not fit, `gamma` is negative, or `reduction` is another word.
        RuntimeError: a target names no class.

    Examples:
        >>> logits = torch.tensor([[2.0, 0.0, 0.0], [2.0, 0.0, 0.0]])
        >>> targets = torch.tensor([0, 1])
        >>> focal_loss(logits, targets, gamma=0.0, reduction="none")
        tensor([0.2395, 2.2395])
        >>> focal_loss(logits, targets, gamma=2.0, reduction="none")
        tensor([0.0109, 1.7879])
    """
    kept, indices = _kept(logits, targets, ignore_index)
    log_pt = _pick(logits.log_softmax(dim=1), indices)
    counts = _counts(logits, kept, indices, weight)  # 0 where ignored, else the weight
    loss = -counts * _easiness(log_pt, gamma) * log_pt
    return _reduce(loss, reduction, counts.sum())


def smooth_labels(targets: Tensor, classes: int, smoothing: float = 0.1) -> Tensor:
    """Turn class indices into soft targets: every class gets `smoothing / classes`, the true one the rest.

    The formula is that of Szegedy et al., 2016, "Rethinking the Inception Architecture for Computer
    Vision", section 7, with the uniform distribution.

    Args:
        targets: class indices `(batch,)` int64.
        classes: the number of classes.
        smoothing: how much of the probability is spread over all classes, between 0 and 1.

    Returns:
        Probabilities `(batch, classes)`; each row adds up to 1.

    Raises:
        ValueError: `smoothing` is not between 0 and 1.

    Examples:
        >>> smooth_labels(torch.tensor([1]), classes=5, smoothing=0.1)
        tensor([[0.0200, 0.9200, 0.0200, 0.0200, 0.0200]])
    """
    if not 0 <= smoothing <= 1:
        raise ValueError(f"smoothing must be between 0 and 1, got {smoothing}")
    return F.one_hot(targets, classes) * (1 - smoothing) + smoothing / classes


def label_smoothing_cross_entropy(
    logits: Tensor,
    targets: Tensor,
    smoothing: float = 0.1,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    """Cross-entropy with smoothed labels: `cross_entropy(..., label_smoothing=smoothing)`, written out.

    Args:
        logits: `(batch, classes, *places)`, before the softmax.
        targets: class indices `(batch, *places)` int64; they stay hard, the smoothing happens here.
        smoothing: how much of the probability is spread over all classes, between 0 and 1.
        weight: one factor for each class `(classes,)`; None weighs nothing.
        ignore_index: places with this target count nothing.
        reduction: "mean", "sum" or "none". As in `cross_entropy`, the mean divides by the sum of
            the weights of the targets.

    Returns:
        A scalar, or with `reduction="none"` the loss of each place `(batch, *places)`.

    Raises:
        ValueError: the shapes do not fit, `smoothing` is not between 0 and 1, or `reduction` is
            another word.
        RuntimeError: a target names no class.

    Examples:
        >>> logits = torch.tensor([[0.0, 4.0, 0.0]])
        >>> label_smoothing_cross_entropy(logits, torch.tensor([1]), smoothing=0.1)
        tensor(0.3026)
        >>> F.cross_entropy(logits, torch.tensor([1]), label_smoothing=0.1)
        tensor(0.3026)
    """
    if not 0 <= smoothing <= 1:
        raise ValueError(f"smoothing must be between 0 and 1, got {smoothing}")
    kept, indices = _kept(logits, targets, ignore_index)
    log_probs = logits.log_softmax(dim=1)
    counts = _counts(logits, kept, indices, weight)
    hard = -counts * _pick(log_probs, indices)
    if weight is not None:
        log_probs = log_probs * weight.view(1, -1, *[1] * (logits.dim() - 2))
    spread = -log_probs.mean(dim=1) * kept  # the same share for each class
    loss = (1 - smoothing) * hard + smoothing * spread
    return _reduce(loss, reduction, counts.sum())


def _easiness(log_pt: Tensor, gamma: float) -> Tensor:
    """`(1 - p_t)**gamma`; the clamp keeps the gradient finite where `p_t` is exactly 1."""
    if gamma < 0:
        raise ValueError(f"gamma must not be negative, got {gamma}")
    return (-log_pt.expm1()).clamp_min(torch.finfo(log_pt.dtype).tiny) ** gamma


def _kept(logits: Tensor, targets: Tensor, ignore_index: int) -> tuple[Tensor, Tensor]:
    """Which places count `(batch, *places)`, and indices that are safe to look up."""
    expected = (*logits.shape[:1], *logits.shape[2:])
    if logits.dim() < 2 or targets.shape != expected:
        raise ValueError(
            f"logits {tuple(logits.shape)} must be (batch, classes, *places) and targets {tuple(targets.shape)} (batch, *places)"
        )
    kept = targets != ignore_index
    return kept, targets.where(kept, 0)


def _pick(values: Tensor, indices: Tensor) -> Tensor:
    """Of `(batch, classes, *places)` the value of the class that `indices` names: `(batch, *places)`."""
    return values.gather(1, indices.unsqueeze(1)).squeeze(1)


def _counts(logits: Tensor, kept: Tensor, indices: Tensor, weight: Tensor | None) -> Tensor:
    """How much each place counts: 0 where it is ignored, else the weight of its class or 1."""
    return kept.to(logits.dtype) if weight is None else kept * weight[indices]


def _reduce(loss: Tensor, reduction: str, total: Tensor | int) -> Tensor:
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    if reduction == "mean":
        return loss.sum() / total
    raise ValueError(f'reduction must be "mean", "sum" or "none", got {reduction!r}')
