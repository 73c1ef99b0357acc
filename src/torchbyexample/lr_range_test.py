"""A learning rate range test: raise the rate in every step, watch the loss, and leave the model as it was."""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.optim import Optimizer


def lr_range_test(
    model: nn.Module,
    optimizer: Optimizer,
    criterion: Callable[[Tensor, Tensor], Tensor],
    loader: Iterable[tuple[Tensor, Tensor]],
    low: float = 1e-5,
    high: float = 10.0,
    steps: int = 100,
    smooth: float = 0.9,
) -> tuple[list[float], list[float]]:
    """Train for some steps with a rate that grows by a constant factor; keep the smoothed loss.

    The idea is that of Smith, 2015, "Cyclical Learning Rates for Training Neural Networks", section 3.3; the
    growth by a factor is that of Lightning's `lr_find`, which smooths otherwise. Afterwards weights, buffers, optimizer, modes and
    the CPU's random numbers are what they were, also if a step raises; gradients are None. During the test every group
    of the optimizer has the same rate.

    Args:
        model: in the state from which the training begins.
        optimizer: of this model, new or in use; without a scheduler that has begun.
        criterion: takes outputs and targets, returns a scalar above 0.
        loader: batches of `(inputs, targets)` on the device of the model. It begins again when it is over.
        low: the first rate.
        high: the last rate, unless the test stops before: at a loss that is not finite, or a smoothed
            one above four times the lowest.
        steps: how many rates.
        smooth: how much of the running average is kept in each step, from 0 to below 1.

    Returns:
        The rates and the smoothed loss at each.

    Raises:
        ValueError: the rates do not rise from above 0, there are fewer than two steps, `smooth` is
            out of its range, the loader is empty, or the optimizer holds none of the model's parameters.

    Examples:
        >>> x = torch.linspace(-1, 1, 8)[:, None]
        >>> model = nn.Linear(1, 1)
        >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
        >>> rates, losses = lr_range_test(model, optimizer, nn.MSELoss(), [(x, 3 * x)], low=0.01, high=1.0, steps=3)
        >>> [round(rate, 3) for rate in rates]
        [0.01, 0.1, 1.0]
        >>> optimizer.param_groups[0]["lr"]
        0.5
    """
    if not 0 < low < high:
        raise ValueError(f"low is {low} and high {high}, expected 0 < low < high, such as 1e-5 and 10.0")
    if steps < 2:
        raise ValueError(f"steps is {steps}, expected 2 or more, such as 100")
    if not 0 <= smooth < 1:
        raise ValueError(f"smooth is {smooth}, expected a number from 0 to below 1")
    given = {id(parameter) for group in optimizer.param_groups for parameter in group["params"]}
    if not any(id(parameter) in given for parameter in model.parameters()):
        raise ValueError("the optimizer holds no parameter of this model: make it from model.parameters()")
    saved = copy.deepcopy((model.state_dict(), optimizer.state_dict()))
    modes = {module: module.training for module in model.modules()}
    buffers = {module: {name: (buffer, copy.deepcopy(buffer)) for name, buffer in module._buffers.items()} for module in modes}
    rates, losses, average = [], list[float](), 0.0
    try:
        with torch.random.fork_rng(devices=[]):
            model.train()
            for step, (inputs, targets) in zip(range(steps), _endless(loader), strict=False):
                rate = low * (high / low) ** (step / (steps - 1))
                for group in optimizer.param_groups:
                    group["lr"] = rate
                optimizer.zero_grad()
                loss = criterion(model(inputs), targets)
                if not loss.isfinite():
                    break
                average = smooth * average + (1 - smooth) * loss.item()
                rates.append(rate)
                losses.append(average / (1 - smooth ** (step + 1)))  # as if the average had not begun at 0
                if losses[-1] > 4 * min(losses):
                    break
                loss.backward()
                optimizer.step()
    finally:
        _put_back(buffers)
        model.load_state_dict(saved[0])
        optimizer.load_state_dict(saved[1])
        model.zero_grad()
        for module, training in modes.items():
            module.training = training
    return rates, losses


def steepest(rates: Sequence[float], losses: Sequence[float], skip: int = 10) -> float:
    """The rate at which the loss falls most from one step to the next: where to begin the search, not its end.

    Args:
        rates: of `lr_range_test`, growing by a constant factor.
        losses: of `lr_range_test`.
        skip: how many steps at the beginning do not count, because their average is noise.

    Returns:
        One of the rates, between `skip` and the lowest loss.

    Raises:
        ValueError: the loss does not fall after the first `skip` steps.

    Examples:
        >>> steepest([0.001, 0.01, 0.1, 1.0, 10.0], [9.0, 8.9, 8.0, 2.0, 30.0], skip=0)
        0.1
    """
    lowest = min(range(skip, len(losses)), key=lambda step: losses[step], default=skip)
    if lowest <= skip:
        raise ValueError(
            f"the loss does not fall after the first {skip} of {len(losses)} steps: begin with a lower rate, take more steps or skip fewer"
        )
    return rates[max(range(skip, lowest), key=lambda step: losses[step] - losses[step + 1])]


def _put_back(saved: dict[nn.Module, dict[str, tuple[Tensor | None, Tensor | None]]]) -> None:
    """Each buffer as it was, also one that no state_dict holds or that has been set anew; one that has come since goes."""
    for module, buffers in saved.items():
        for name in module._buffers.keys() - buffers.keys():
            delattr(module, name)
        for name, (buffer, value) in buffers.items():
            if buffer is not None and value is not None:
                with torch.no_grad():
                    buffer.copy_(value)
            setattr(module, name, buffer)


def _endless(loader: Iterable[tuple[Tensor, Tensor]]) -> Iterator[tuple[Tensor, Tensor]]:
    """Batch after batch, epoch after epoch."""
    while True:
        empty = True
        for batch in loader:
            empty = False
            yield batch
        if empty:
            raise ValueError("the loader has no batch: give it rows, and drop_last=False if they are fewer than a batch")
