"""Clip the norm of the gradients, and report what was clipped: how often, how large, which parameters."""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class ClippingReport:
    """What a `GradientClipper` saw since its last report; norms are those before clipping.

    Args:
        steps: how many times `clip` was called.
        clipped: the share of them whose norm was finite and above the limit, from 0 to 1.
        nonfinite: how many of them had a norm that is infinite or nan; the numbers below leave them out.
        median: the median of the norms, nan without a finite one.
        largest: the largest of the norms, nan without a finite one.
        parameters: for each parameter the mean of its own norm, the largest first.

    Examples:
        >>> print(ClippingReport(200, 0.03, 0, 0.5, 1.2, {"rnn.weight_hh_l0": 0.4, "head.weight": 0.2}))
        200 steps, 3% clipped, 0 not finite; norm: median 0.5, largest 1.2
              0.4  rnn.weight_hh_l0
              0.2  head.weight
    """

    steps: int
    clipped: float
    nonfinite: int
    median: float
    largest: float
    parameters: dict[str, float]

    def __str__(self) -> str:
        head = f"{self.steps} steps, {self.clipped:.0%} clipped, {self.nonfinite} not finite"
        rows = [f"{norm:9.3g}  {name}" for name, norm in list(self.parameters.items())[:5]]
        return "\n".join([f"{head}; norm: median {self.median:.3g}, largest {self.largest:.3g}", *rows])


class GradientClipper:
    """`torch.nn.utils.clip_grad_norm_`, and a memory of the norms.

    The norm of each parameter costs one more pass over the gradients. Nothing is moved to the CPU
    before the report, unless `error_if_nonfinite` asks for the norm in every step.

    Args:
        named_parameters: `model.named_parameters()`, or a part of it.
        max_norm: the limit; infinity looks without clipping.
        norm_type: 2 is the length, infinity the largest entry.
        error_if_nonfinite: if True, a gradient that is infinite or nan raises, and the message names the parameters.
        foreach: as in `clip_grad_norm_`.

    Raises:
        TypeError: these are not pairs of a name and a parameter.
        ValueError: there is no parameter, or the limit is not above 0.

    Examples:
        >>> model = nn.Linear(2, 1, bias=False)
        >>> clipper = GradientClipper(model.named_parameters(), max_norm=1.0)
        >>> model(torch.tensor([3.0, 4.0])).backward()
        >>> clipper.clip()  # the norm before
        tensor(5.)
        >>> model.weight.grad
        tensor([[0.6000, 0.8000]])
        >>> print(clipper.report())
        1 steps, 100% clipped, 0 not finite; norm: median 5, largest 5
                5  weight
    """

    def __init__(
        self,
        named_parameters: Iterable[tuple[str, nn.Parameter]],
        max_norm: float,
        norm_type: float = 2.0,
        error_if_nonfinite: bool = False,
        foreach: bool | None = None,
    ) -> None:
        given = list(named_parameters)
        if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in given):
            raise TypeError("expected pairs of a name and a parameter: give model.named_parameters()")
        if not given:
            raise ValueError("there is no parameter: give model.named_parameters(), and call it anew where it has been walked through")
        if not max_norm > 0:
            raise ValueError(f"max_norm is {max_norm}, expected a number above 0, such as 1.0")
        self.parameters = dict(given)
        self.max_norm, self.norm_type = max_norm, norm_type
        self.error_if_nonfinite, self.foreach = error_if_nonfinite, foreach
        self._seen: list[tuple[Tensor, dict[str, Tensor]]] = []

    @torch.no_grad()
    def clip(self) -> Tensor:
        """Clip. Call it after `loss.backward()`, after `scaler.unscale_(optimizer)` if there is one, and before `optimizer.step()`.

        Returns:
            The norm before clipping, as `clip_grad_norm_` returns it.

        Raises:
            RuntimeError: no parameter has a gradient; or one is not finite, and `error_if_nonfinite` is set.
        """
        grads = {name: parameter.grad for name, parameter in self.parameters.items() if parameter.grad is not None}
        if not grads:
            raise RuntimeError("no parameter has a gradient: call clip() after loss.backward() and before zero_grad()")
        norms = {name: torch.linalg.vector_norm(grad, self.norm_type) for name, grad in grads.items()}
        if self.error_if_nonfinite and (broken := [name for name, norm in norms.items() if not norm.isfinite()]):
            raise RuntimeError(
                f"the norm of the gradient is not finite in {', '.join(broken)}: leave out this step, and look for the cause in the loss"
            )
        total = nn.utils.clip_grad_norm_(self.parameters.values(), self.max_norm, self.norm_type, self.error_if_nonfinite, self.foreach)
        self._seen.append((total, norms))
        return total

    def report(self) -> ClippingReport:
        """Say what was clipped since the last report, and begin anew. Call it once an epoch.

        Returns:
            The numbers; printed, they are a line and the five parameters with the largest norms.

        Raises:
            RuntimeError: `clip` was not called since the last report.
        """
        if not self._seen:
            raise RuntimeError("nothing was clipped since the last report: call clip() in each step")
        norms = [total.item() for total, _ in self._seen]
        finite = [norm for norm in norms if math.isfinite(norm)]
        means = {}
        for name in self.parameters:
            own = [float(seen[name]) for norm, (_, seen) in zip(norms, self._seen, strict=True) if name in seen and math.isfinite(norm)]
            if own:
                means[name] = sum(own) / len(own)
        self._seen = []
        return ClippingReport(
            steps=len(norms),
            clipped=sum(norm > self.max_norm for norm in finite) / len(norms),
            nonfinite=len(norms) - len(finite),
            median=statistics.median(finite) if finite else math.nan,
            largest=max(finite, default=math.nan),
            parameters=dict(sorted(means.items(), key=lambda item: -item[1])),
        )
