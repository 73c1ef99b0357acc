# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchmetrics>=1.7"]
#
# [tool.tbe]
# claims = ["err.metric-device-or-shape"]
# ///
"""torchmetrics: the default average of accuracy, and the error when num_classes does not fit."""

import torch
from torchmetrics.classification import BinaryAccuracy, MulticlassAccuracy

# --8<-- [start:default]
targets = torch.zeros(100, dtype=torch.long)
targets[7] = 1
predictions = torch.zeros(100, dtype=torch.long)

print(f"binary           {BinaryAccuracy()(predictions, targets).item():.2f}")
# > binary           0.99
multiclass = MulticlassAccuracy(num_classes=2)
print(f"multiclass       {multiclass(predictions, targets).item():.2f}")
# > multiclass       0.50
micro = MulticlassAccuracy(num_classes=2, average="micro")
print(f"multiclass micro {micro(predictions, targets).item():.2f}")
# > multiclass micro 0.99
# --8<-- [end:default]

# --8<-- [start:loop]
accuracy = MulticlassAccuracy(num_classes=2, average="micro")
for epoch in range(2):
    for batch in torch.arange(100).split(32):  # the last one has 4 rows
        accuracy.update(predictions[batch], targets[batch])  # adds to the counts
    print(f"epoch {epoch}: {accuracy.compute().item():.4f}")  # of all batches
    accuracy.reset()  # or the next epoch is added to this one
# > epoch 0: 0.9900
# > epoch 1: 0.9900
# --8<-- [end:loop]

# --8<-- [start:classes]
targets = torch.tensor([0, 2])  # the classes are 0, 1 and 2
try:
    MulticlassAccuracy(num_classes=2)(torch.tensor([0, 2]), targets)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: shape '[2, 2]' is invalid for input of size 7
try:
    MulticlassAccuracy(num_classes=2)(
        torch.tensor([0, 1, 2]), torch.tensor([0, 1, 2])
    )
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Detected more unique values in `target` than expected. Expected only 2 but found 3 in `target`. Found values: tensor([0, 1, 2]).
metric = MulticlassAccuracy(num_classes=3, average="micro")
print(metric(torch.tensor([0, 2]), targets))
# > tensor(1.)
# --8<-- [end:classes]
