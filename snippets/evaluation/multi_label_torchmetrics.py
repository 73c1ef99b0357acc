# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchmetrics>=1.7"]
# ///
"""torchmetrics counts over batches: update, compute, reset; and how it takes logits."""

import torch
from torchmetrics import MetricCollection
from torchmetrics.classification import (
    MultilabelAveragePrecision,
    MultilabelExactMatch,
    MultilabelF1Score,
)

# --8<-- [start:loop]
metrics = MetricCollection(
    {
        "exact": MultilabelExactMatch(num_labels=3),
        "f1": MultilabelF1Score(num_labels=3, average="macro", threshold=0.5),
        "map": MultilabelAveragePrecision(num_labels=3),
    }
)
generator = torch.Generator().manual_seed(0)
targets = torch.randint(0, 2, (40, 3), generator=generator)  # int, not float
noise = torch.randn(40, 3, generator=generator)
logits = 2 * targets - 1 + 1.5 * noise  # a model that is often right

of_batches = []
for batch in torch.arange(40).split(8):
    metrics.update(logits[batch], targets[batch])  # adds to the counts
    alone = MultilabelF1Score(num_labels=3)(logits[batch], targets[batch])
    of_batches.append(alone)
print({name: round(value.item(), 4) for name, value in metrics.compute().items()})
# > {'exact': 0.475, 'f1': 0.7628, 'map': 0.8889}
print(f"mean of the batches' F1: {torch.stack(of_batches).mean():.4f}")
# > mean of the batches' F1: 0.7592
metrics.reset()  # before the next epoch
# --8<-- [end:loop]

# --8<-- [start:forgotten]
f1 = MultilabelF1Score(num_labels=3)
for epoch, right in enumerate((False, True)):  # all wrong, then all right
    f1.update(targets if right else 1 - targets, targets)
    print(f"epoch {epoch}: {f1.compute().item():.4f}")
# > epoch 0: 0.0000
# > epoch 1: 0.5073
# --8<-- [end:forgotten]

# --8<-- [start:range]
f1 = MultilabelF1Score(num_labels=3, average="micro")
targets = torch.tensor([[1, 0, 1]])
for logits in (
    torch.tensor([[0.3, -0.2, 0.4]]),  # one is negative: sigmoid is taken
    torch.tensor([[0.3, 0.2, 0.4]]),  # all between 0 and 1: no sigmoid
):
    predictions = (logits.sigmoid() > 0.5).int()
    print(
        f"torchmetrics {f1(logits, targets):.2f}, right {f1(predictions, targets):.2f}"
    )
# > torchmetrics 1.00, right 1.00
# > torchmetrics 0.00, right 0.80
# --8<-- [end:range]
