"""Learning rate schedules as plain functions of the step: step, cosine, warm-up; and a plateau rule.

Each function returns a factor; the learning rate is that factor times the optimizer's first one.
They are made for `LambdaLR`: `LambdaLR(optimizer, lambda step: cosine(step, total_steps=100))`.
"""

import math


def step_decay(step: int, step_size: int, gamma: float = 0.1) -> float:
    """Multiply by `gamma` once every `step_size` steps, as `StepLR` does.

    Args:
        step: how many steps are done.
        step_size: how many steps a level lasts.
        gamma: what a level is multiplied by to get the next.

    Returns:
        The factor of the learning rate.

    Raises:
        ValueError: `step_size` is not positive.

    Examples:
        >>> [step_decay(step, step_size=2, gamma=0.5) for step in range(6)]
        [1.0, 1.0, 0.5, 0.5, 0.25, 0.25]
    """
    if step_size < 1:
        raise ValueError(f"step_size is {step_size}, expected 1 or more")
    return gamma ** (step // step_size)


def cosine(step: int, total_steps: int, floor: float = 0.0) -> float:
    """Fall from 1 to `floor` along half a cosine, as `CosineAnnealingLR` does, and stay there.

    Source: Loshchilov and Hutter, SGDR, 2017, equation 5, without restarts.

    Args:
        step: how many steps are done.
        total_steps: where the floor is reached (`T_max`).
        floor: the last factor (`eta_min` divided by the first learning rate).

    Returns:
        The factor of the learning rate.

    Raises:
        ValueError: `total_steps` is not positive, or `floor` is not between 0 and 1.

    Examples:
        >>> [round(cosine(step, total_steps=4), 2) for step in range(6)]
        [1.0, 0.85, 0.5, 0.15, 0.0, 0.0]
    """
    if total_steps < 1:
        raise ValueError(f"total_steps is {total_steps}, expected 1 or more")
    if not 0 <= floor <= 1:
        raise ValueError(f"floor is {floor}, expected a number from 0 to 1")
    progress = min(step / total_steps, 1.0)
    return floor + (1 - floor) * (1 + math.cos(math.pi * progress)) / 2


def warmup_cosine(
    step: int,
    warmup_steps: int,
    total_steps: int,
    start: float = 0.1,
    floor: float = 0.0,
) -> float:
    """Rise in a straight line from `start` to 1, then fall along half a cosine to `floor`.

    The same as `SequentialLR` with a `LinearLR` and a `CosineAnnealingLR`.

    Args:
        step: how many steps are done.
        warmup_steps: where the factor reaches 1.
        total_steps: where it reaches the floor, the warm-up included.
        start: the first factor.
        floor: the last factor.

    Returns:
        The factor of the learning rate.

    Raises:
        ValueError: `warmup_steps` is not between 1 and `total_steps`, or `start` or `floor` is
            not between 0 and 1.

    Examples:
        >>> [round(warmup_cosine(step, 2, 6, start=0.5), 2) for step in range(7)]
        [0.5, 0.75, 1.0, 0.85, 0.5, 0.15, 0.0]
    """
    if not 1 <= warmup_steps < total_steps:
        raise ValueError(f"warmup_steps is {warmup_steps}, expected 1 to {total_steps - 1}")
    if not 0 <= start <= 1:
        raise ValueError(f"start is {start}, expected a number from 0 to 1")
    if step < warmup_steps:
        return start + (1 - start) * step / warmup_steps
    return cosine(step - warmup_steps, total_steps - warmup_steps, floor)


class Plateau:
    """Multiply by `factor` after more than `patience` values without progress, as `ReduceLROnPlateau` does.

    Args:
        patience: how many bad values in a row are still accepted.
        factor: what the scale is multiplied by.
        threshold: the part of the best value by which a new one must be better.
        mode: `"min"` for a loss, `"max"` for an accuracy.

    Raises:
        ValueError: `patience` is negative, `factor` is not between 0 and 1, or `mode` is neither
            `"min"` nor `"max"`.

    Examples:
        >>> plateau = Plateau(patience=1, factor=0.5)
        >>> [plateau.update(loss) for loss in (1.0, 0.9, 0.9, 0.9, 0.8)]
        [1.0, 1.0, 1.0, 0.5, 0.5]
    """

    def __init__(
        self,
        patience: int = 10,
        factor: float = 0.1,
        threshold: float = 1e-4,
        mode: str = "min",
    ) -> None:
        if patience < 0:
            raise ValueError(f"patience is {patience}, expected 0 or more")
        if not 0 <= factor < 1:
            raise ValueError(f"factor is {factor}, expected a number from 0 to below 1")
        if mode not in ("min", "max"):
            raise ValueError(f'mode is {mode!r}, expected "min" or "max"')
        self.patience, self.factor, self.threshold, self.mode = patience, factor, threshold, mode
        self.best = math.inf if mode == "min" else -math.inf
        self.bad = 0
        self.scale = 1.0

    def update(self, value: float) -> float:
        """Take the value of one epoch and return the factor of the learning rate."""
        lower, higher = self.best * (1 - self.threshold), self.best * (1 + self.threshold)
        better = value < lower if self.mode == "min" else value > higher
        if better:
            self.best, self.bad = value, 0
        else:
            self.bad += 1
        if self.bad > self.patience:
            self.scale, self.bad = self.scale * self.factor, 0
        return self.scale
