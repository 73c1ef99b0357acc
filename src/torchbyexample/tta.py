"""Test-time augmentation: one model, several views of each input, and the mean of what comes out."""

from collections.abc import Callable, Sequence

from torch import Tensor, nn

View = Callable[[Tensor], Tensor]


def _softmax(logits: Tensor) -> Tensor:
    """Probabilities over the classes, dimension 1."""
    return logits.softmax(dim=1)


class TTA(nn.Module):
    """A model that predicts from several views of its input.

    For each view it computes `back(activation(model(view(inputs))))`, and returns the mean. The idea for images is that
    of Krizhevsky et al., 2012, "ImageNet Classification with Deep Convolutional Neural Networks", section 4.1.

    Args:
        model: a trained model with one output; it is shared, not copied.
        views: functions of a batch `(batch, ...)`, each the same on every call. The input as it is counts only
            if it is among them, as `lambda x: x`.
        back: for each view the function that turns its output back, where a prediction has the shape of the image;
            None for classes and numbers.
        activation: what makes of an output what is averaged. By default softmax over the classes, so that
            probabilities are averaged; `torch.sigmoid` for independent labels, None for logits and for numbers.

    Raises:
        ValueError: there is no view, or not one `back` for each.

    Examples:
        >>> import torch
        >>> model = nn.Flatten()  # its logits are the pixels
        >>> tta = TTA(model, [lambda x: x, lambda x: x.flip(3)]).eval()
        >>> tta(torch.tensor([[[[0.0, 2.0]]]]))  # (batch, channels, height, width)
        tensor([[0.5000, 0.5000]])
        >>> tta = TTA(model, [lambda x: x, lambda x: x + 1], activation=None).eval()
        >>> tta(torch.tensor([[[[0.0, 2.0]]]]))
        tensor([[0.5000, 2.5000]])
    """

    def __init__(
        self,
        model: nn.Module,
        views: Sequence[View],
        back: Sequence[View] | None = None,
        activation: View | None = _softmax,
    ) -> None:
        super().__init__()
        if not views:
            raise ValueError("there is no view: give at least the input as it is, lambda x: x")
        if back is not None and len(back) != len(views):
            raise ValueError(f"{len(views)} views but {len(back)} ways back: give one for each, lambda x: x where nothing turns")
        self.model, self.views, self.back, self.activation = model, list(views), back, activation

    def forward(self, inputs: Tensor) -> Tensor:
        """Predict from every view, one after the other, and take the mean.

        Args:
            inputs: `(batch, ...)`, what the views take.

        Returns:
            The mean, in the shape of one output of the model, `(batch, classes, ...)` for classes.

        Raises:
            RuntimeError: the model, or a part of it, is in `train()` mode.
            ValueError: a view gives an output of another shape than the first.
        """
        for name, module in self.model.named_modules():
            if module.training:
                part = f"{name!r} of the model" if name else "the model"
                raise RuntimeError(f"{part} is in train() mode, where Dropout makes every view random: call eval() first")
        total: Tensor | None = None
        for number, view in enumerate(self.views):
            output = self.model(view(inputs))
            if self.activation is not None:
                output = self.activation(output)
            if self.back is not None:
                output = self.back[number](output)
            if total is not None and output.shape != total.shape:
                raise ValueError(
                    f"view {number} gave {tuple(output.shape)} and the first {tuple(total.shape)}: "
                    "scale crops to the size of the input, and turn masks back with back="
                )
            total = output if total is None else total + output
        assert total is not None  # there is a view
        return total / len(self.views)
