# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A hint says Tensor, not which shape: comment it, check it."""

# --8<-- [start:answer]
from torch import Tensor


def predict(images: Tensor) -> Tensor:
    flat = images.flatten(1)  # (batch, 1, 28, 28) -> (batch, 784)
    return flat.softmax(dim=1)  # (batch, 784)


# --8<-- [end:answer]


# --8<-- [start:any-shape]
import torch


def center(batch: Tensor) -> Tensor:
    return batch - batch.mean(dim=0)  # (batch, features)


print(center(torch.tensor([[1.0, 10.0], [3.0, 30.0]])))
# > tensor([[ -1., -10.],
# >         [  1.,  10.]])
print(center(torch.tensor([1.0, 10.0])))
# > tensor([-4.5000,  4.5000])
# --8<-- [end:any-shape]


# --8<-- [start:checked]
def center(batch: Tensor) -> Tensor:
    """Subtract each feature's mean.

    Args:
        batch: (batch, features), floats.

    Returns:
        (batch, features), each column with mean 0.

    Raises:
        ValueError: batch has not two dimensions.
    """
    if batch.ndim != 2:
        raise ValueError(f"batch: (batch, features), got {tuple(batch.shape)}")
    return batch - batch.mean(dim=0)


try:
    center(torch.tensor([1.0, 10.0]))
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: batch: (batch, features), got (2,)
# --8<-- [end:checked]

# --8<-- [start:annotated]
from typing import Annotated, get_type_hints

Batch = Annotated[Tensor, "batch features"]


def center(batch: Batch) -> Batch:
    return batch - batch.mean(dim=0)


print(center(torch.zeros(2)).shape)
# > torch.Size([2])
print(get_type_hints(center, include_extras=True)["batch"].__metadata__)
# > ('batch features',)
# --8<-- [end:annotated]

# --8<-- [start:common]
from collections.abc import Callable, Iterable


def evaluate(
    predict: Callable[[Tensor], Tensor],
    batches: Iterable[tuple[Tensor, Tensor]],
    device: torch.device | str = "cpu",
) -> dict[str, float]:
    correct = total = 0
    for inputs, targets in batches:
        logits = predict(inputs.to(device))  # (batch, classes)
        correct += (logits.argmax(1) == targets.to(device)).sum().item()
        total += len(targets)
    return {"accuracy": correct / total}


model = torch.nn.Identity()  # a module can be called, so it fits Callable
batches = [(torch.eye(3), torch.tensor([0, 1, 0]))]
print(f"{evaluate(model, batches)['accuracy']:.2f}")
# > 0.67
# --8<-- [end:common]
