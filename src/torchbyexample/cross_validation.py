"""K-fold cross-validation: which rows are in which fold, and a loop that makes everything anew in each."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

Folds = list[tuple[Tensor, Tensor]]


def k_fold(rows: int, folds: int = 5, seed: int | None = 0) -> Folds:
    """Split rows into folds, as scikit-learn's `KFold` does: each row is validated once.

    Args:
        rows: how many rows there are.
        folds: how many parts; their sizes differ by one at most.
        seed: shuffles the rows first; None leaves them in their order.

    Returns:
        For each fold the rows to train on and the rows to validate on, indices in ascending order, int64.

    Raises:
        ValueError: there are fewer than two folds, or more folds than rows.

    Examples:
        >>> for train, val in k_fold(5, folds=2, seed=None):
        ...     print(train.tolist(), val.tolist())
        [3, 4] [0, 1, 2]
        [0, 1, 2] [3, 4]
    """
    if not 2 <= folds <= rows:
        raise ValueError(f"folds is {folds}, expected 2 to {rows}, the number of rows")
    return [_fold(rows, val) for val in _order(rows, seed).tensor_split(folds)]


def stratified_k_fold(targets: Tensor, folds: int = 5, seed: int | None = 0) -> Folds:
    """Split rows into folds so that each class has the same share in each, as scikit-learn's `StratifiedKFold` does.

    The rows are sorted by class and dealt to the folds in turn.

    Args:
        targets: the class of each row `(rows,)`, integers or bool.
        folds: how many parts; of each class their numbers of rows differ by one at most.
        seed: shuffles the rows first; None leaves them in their order.

    Returns:
        For each fold the rows to train on and the rows to validate on, indices in ascending order, int64.

    Raises:
        ValueError: there are fewer than two folds, a class has fewer rows than there are folds, or
            `targets` are no classes `(rows,)`.

    Examples:
        >>> for train, val in stratified_k_fold(torch.tensor([0, 0, 0, 0, 1, 1]), folds=2, seed=None):
        ...     print(train.tolist(), val.tolist())
        [1, 3, 5] [0, 2, 4]
        [0, 2, 4] [1, 3, 5]
    """
    if targets.dim() != 1 or targets.is_floating_point() or not len(targets):
        raise ValueError(
            f"targets are {targets.dtype} {tuple(targets.shape)}, expected one integer a row: take argmax(1) of one-hot ones, bins or k_fold for numbers"
        )
    classes, counts = targets.unique(return_counts=True)
    if folds < 2:
        raise ValueError(f"folds is {folds}, expected 2 or more")
    if counts.min() < folds:
        rare = counts.argmin()
        raise ValueError(
            f"class {classes[rare].item()} has {counts[rare].item()} rows for {folds} folds: take fewer folds, merge rare classes or use k_fold"
        )
    order = _order(len(targets), seed).to(targets.device)
    order = order[targets[order].argsort(stable=True)]
    return [_fold(len(targets), order[number::folds]) for number in range(folds)]


def cross_validate(
    make_model: Callable[[], nn.Module],
    fit: Callable[[nn.Module, Tensor], Any],
    score: Callable[[nn.Module, Tensor], float | Tensor],
    folds: Iterable[tuple[Tensor, Tensor]],
    seed: int = 0,
) -> tuple[Tensor, list[nn.Module]]:
    """Train and score a new model in each fold.

    Args:
        make_model: makes a model, without arguments; it is called in each fold.
        fit: takes the model, in `train()` mode, and the rows to train on, `(rows,)`. Whatever learns from rows belongs in it:
            the optimizer, the scheduler, the mean and the standard deviation of the inputs.
        score: takes the model and the rows to validate on, returns one number. It runs in `eval()` mode
            and without gradients.
        folds: pairs of rows, of `k_fold`, `stratified_k_fold` or a splitter of scikit-learn.
        seed: fold 0 begins with `torch.manual_seed(seed)`, fold 1 with `seed + 1` and so on.

    Returns:
        The scores `(folds,)`, float64, and the trained models.

    Raises:
        ValueError: `make_model` returned weights that an earlier fold has trained, or a buffer that one has moved, as BatchNorm
            moves its statistics in `train()` mode, also if its weights are frozen.

    Examples:
        >>> x = torch.arange(20.0).view(10, 2)
        >>> y = x.sum(1, keepdim=True)
        >>> def fit(model, train):
        ...     optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)  # of this fold
        ...     for _ in range(200):
        ...         optimizer.zero_grad()
        ...         nn.functional.mse_loss(model(x[train]), y[train]).backward()
        ...         optimizer.step()
        >>> scores, models = cross_validate(
        ...     make_model=lambda: nn.Linear(2, 1),
        ...     fit=fit,
        ...     score=lambda model, val: nn.functional.l1_loss(model(x[val]), y[val]),
        ...     folds=k_fold(len(x), folds=5),
        ... )
        >>> scores.shape, len(models), bool(scores.max() < 1)
        (torch.Size([5]), 5, True)
    """
    scores, models, buffers = [], list[nn.Module](), dict[tuple[int, str], Tensor]()
    for number, (train, val) in enumerate(folds):
        torch.manual_seed(seed + number)
        model = make_model()
        trained = {id(parameter) for earlier in models for parameter in earlier.parameters() if parameter.requires_grad}
        if any(id(parameter) in trained for parameter in model.parameters()):
            raise ValueError(f"fold {number} got weights that an earlier fold has trained: make the model inside make_model")
        for name, key, buffer in _buffers(model):
            if not torch.equal(buffers.setdefault(key, buffer.clone()), buffer):
                raise ValueError(
                    f"fold {number} got the buffer {name}, which an earlier fold has moved: call eval() on the shared part in fit, or copy it in make_model"
                )
        fit(model.train(), torch.as_tensor(train))
        with torch.no_grad():
            scores.append(float(score(model.eval(), torch.as_tensor(val))))
        models.append(model)
    return torch.tensor(scores, dtype=torch.float64), models


def _buffers(model: nn.Module) -> Iterator[tuple[str, tuple[int, str], Tensor]]:
    """The buffers that a state_dict holds: the name in the model, the module and the name there, and the buffer."""
    for path, module in model.named_modules():
        for name, buffer in module.named_buffers(recurse=False):
            if name not in module._non_persistent_buffers_set:
                yield f"{path}.{name}".lstrip("."), (id(module), name), buffer


def _order(rows: int, seed: int | None) -> Tensor:
    """All rows `(rows,)`, shuffled by a generator of their own."""
    return torch.arange(rows) if seed is None else torch.randperm(rows, generator=torch.Generator().manual_seed(seed))


def _fold(rows: int, val: Tensor) -> tuple[Tensor, Tensor]:
    """The rows that are not in `val`, and `val`, both in ascending order."""
    kept = torch.ones(rows, dtype=torch.bool, device=val.device)
    kept[val] = False
    return kept.nonzero().squeeze(1), val.sort().values
