"""Early stopping: count the checks without progress, keep a copy of the best weights, resume."""

import copy
import math
from typing import Any

from torch import Tensor, nn


class EarlyStopping:
    """Say when to stop, and keep the weights of the best check.

    Give `step` one score for each check, usually the validation loss after each epoch. The
    decisions are those of Lightning's `EarlyStopping`.

    Args:
        patience: how many checks in a row may pass without progress; the last of them stops.
        mode: `"min"` if lower is better (a loss), `"max"` if higher is (an accuracy).
        min_delta: a score counts as progress only if it is better by more than this.

    Attributes:
        best_score: the best score so far, infinite before the first.
        best_check: which call of `step` gave it, counted from 0; -1 before the first.
        best_state: a copy of the model's `state_dict()` at that call, or `None`.
        wait: how many checks have passed since.
        checks: how often `step` was called.

    Raises:
        ValueError: `patience` is not positive, `mode` is neither `"min"` nor `"max"`, or
            `min_delta` is negative.

    Examples:
        >>> model = nn.Linear(1, 1)
        >>> stopper = EarlyStopping(patience=2)
        >>> [stopper.step(loss, model) for loss in (0.9, 0.7, 0.8, 0.6, 0.6, 0.7)]
        [False, False, False, False, False, True]
        >>> stopper.best_score, stopper.best_check
        (0.6, 3)
        >>> model.load_state_dict(stopper.best_state)
        <All keys matched successfully>
    """

    def __init__(self, patience: int = 3, mode: str = "min", min_delta: float = 0.0) -> None:
        if patience < 1:
            raise ValueError(f"patience is {patience}, expected 1 or more")
        if mode not in ("min", "max"):
            raise ValueError(f'mode is {mode!r}, expected "min" or "max"')
        if min_delta < 0:
            raise ValueError(f"min_delta is {min_delta}, expected 0 or more")
        self.patience, self.mode, self.min_delta = patience, mode, min_delta
        self.best_score = math.inf if mode == "min" else -math.inf
        self.best_check = -1
        self.best_state: dict[str, Any] | None = None
        self.wait = 0
        self.checks = 0

    def step(self, score: float | Tensor, model: nn.Module) -> bool:
        """Take the score of one check.

        Args:
            score: a number, or a tensor with one element.
            model: whose weights are copied if the score is the best so far.

        Returns:
            True if training should stop, because the patience is used up or the score is not finite.
        """
        score = score.item() if isinstance(score, Tensor) else float(score)
        check, self.checks = self.checks, self.checks + 1
        if not math.isfinite(score):
            return True
        if self.better(score):
            self.best_score, self.best_check, self.wait = score, check, 0
            self.best_state = copy.deepcopy(model.state_dict())
        else:
            self.wait += 1
        return self.wait >= self.patience

    def better(self, score: float) -> bool:
        """True if the score beats the best one by more than `min_delta`."""
        if self.mode == "min":
            return score + self.min_delta < self.best_score
        return score - self.min_delta > self.best_score

    def state_dict(self) -> dict[str, Any]:
        """Everything that a checkpoint needs to go on as if nothing had happened.

        Returns:
            The attributes, without the settings, which are the constructor's.
        """
        names = ("best_score", "best_check", "best_state", "wait", "checks")
        return {name: getattr(self, name) for name in names}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on where another `EarlyStopping` was.

        Args:
            state: what its `state_dict()` returned.

        Raises:
            ValueError: a name is missing, or there is one too many.
        """
        if state.keys() != self.state_dict().keys():
            raise ValueError(f"the state has {sorted(state)}, expected {sorted(self.state_dict())}")
        for name, value in copy.deepcopy(state).items():
            setattr(self, name, value)
