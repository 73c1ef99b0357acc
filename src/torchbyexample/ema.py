"""An exponential moving average of a model's weights: update, validate with it, save it, go on."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn


class EMA:
    """Keep a second model whose weights are the running average of those of the first.

    After each update the average is `decay * average + (1 - decay) * weights`; the first update copies. It looks
    back over about `1 / (1 - decay)` steps. The numbers are those of `torch.optim.swa_utils.AveragedModel` with
    `get_ema_multi_avg_fn(decay)`.

    Args:
        model: the model in training, already on its device.
        decay: how much of the average is kept in each update, from 0 to below 1.
        use_buffers: what happens to floating-point buffers, such as the mean and variance of BatchNorm. False
            copies them from the model, True averages them. Buffers of integers are copied in either case.

    Attributes:
        model: the averaged model, in `eval()` mode and without gradients. Save its `state_dict()` for use: the
            names are those of the model in training.
        updates: how often `update` was called.

    Raises:
        ValueError: `decay` is not from 0 to below 1.

    Examples:
        >>> model = nn.Linear(1, 1, bias=False)
        >>> ema = EMA(model, decay=0.9)
        >>> for weight in (1.0, 2.0):
        ...     _ = nn.init.constant_(model.weight, weight)  # stands in for a step
        ...     ema.update(model)
        >>> ema.model.weight.item()  # 0.9 * 1 + 0.1 * 2
        1.1000...
        >>> with ema.average_parameters(model):
        ...     model.weight.item()
        1.1000...
        >>> model.weight.item()
        2.0
    """

    def __init__(self, model: nn.Module, decay: float = 0.999, use_buffers: bool = False) -> None:
        if not 0 <= decay < 1:
            raise ValueError(f"decay is {decay}, expected a number from 0 to below 1, such as 0.999")
        self.model = copy.deepcopy(model).requires_grad_(False).eval()
        self.decay, self.use_buffers, self.updates = decay, use_buffers, 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Take the weights in. Call it after each `optimizer.step()`.

        Args:
            model: the model in training.

        Raises:
            ValueError: the model has other names or shapes than the one given at the beginning.
        """
        new, mean = _tensors(model), _tensors(self.model)
        if [(name, tensor.shape) for name, tensor in new] != [(name, tensor.shape) for name, tensor in mean]:
            raise ValueError("the model has other weights than the average: make a new EMA after changing the model")
        for (_, tensor), (_, average) in zip(new, mean, strict=True):
            smooth = isinstance(average, nn.Parameter) or (self.use_buffers and average.is_floating_point())
            if smooth and self.updates:
                average.lerp_(tensor.to(average.device), 1 - self.decay)
            else:
                average.copy_(tensor)
        self.updates += 1

    @contextmanager
    def average_parameters(self, model: nn.Module) -> Iterator[nn.Module]:
        """Put the average into the model for the time of a `with` block, and its own weights back afterwards.

        Whatever the block does to the weights is undone, also if it ends in an exception.

        Args:
            model: the model in training.

        Returns:
            A context manager that gives the model.
        """
        own = copy.deepcopy(model.state_dict())
        model.load_state_dict(self.model.state_dict())
        try:
            yield model
        finally:
            model.load_state_dict(own)

    def state_dict(self) -> dict[str, Any]:
        """Everything that a checkpoint needs to go on with the average.

        Returns:
            The averaged weights and the number of updates, without the settings, which are the constructor's.
        """
        return {"model": self.model.state_dict(), "updates": self.updates}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on where another `EMA` was.

        Args:
            state: what its `state_dict()` returned.

        Raises:
            ValueError: a name is missing, or there is one too many.
            RuntimeError: the weights are those of another model.
        """
        if state.keys() != self.state_dict().keys():
            raise ValueError(f"the state has {sorted(state)}, expected ['model', 'updates']: save ema.state_dict(), not that of a model")
        self.model.load_state_dict(state["model"])
        self.updates = state["updates"]


def _tensors(model: nn.Module) -> list[tuple[str, Tensor]]:
    """Parameters and buffers, each once, also where two names share one."""
    return [*model.named_parameters(), *model.named_buffers()]
