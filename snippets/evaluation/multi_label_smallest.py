# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Multi-label: a row of zeros and ones a sample, one yes-or-no loss a label, one threshold a label."""

# --8<-- [start:smallest]
import torch
from torch import nn

labels = ["action", "comedy", "drama", "horror"]
films = [["action", "comedy"], ["drama"], []]  # any number of labels, or none

targets = torch.zeros(len(films), len(labels))  # (batch, labels), float
for row, tags in enumerate(films):
    for tag in tags:
        targets[row, labels.index(tag)] = 1.0
print(targets)
# > tensor([[1., 1., 0., 0.],
# >         [0., 0., 1., 0.],
# >         [0., 0., 0., 0.]])

torch.manual_seed(0)
model = nn.Linear(5, len(labels))  # one logit for each label
inputs = torch.randn(len(films), 5)
criterion = nn.BCEWithLogitsLoss()
logits = model(inputs)  # (batch, labels)
print(f"loss {criterion(logits, targets).item():.4f}")
# > loss 0.7040

predictions = logits.sigmoid() > 0.5
for row in predictions:
    print([label for label, yes in zip(labels, row, strict=True) if yes])
# > ['action', 'drama', 'horror']
# > ['action', 'comedy', 'drama']
# > ['action', 'comedy', 'horror']
# --8<-- [end:smallest]

# --8<-- [start:answer]
loss = nn.BCEWithLogitsLoss()(logits, targets)  # both (batch, labels), both float
predictions = logits.sigmoid() > 0.5  # one yes or no for each label
# --8<-- [end:answer]

# --8<-- [start:same]
print(torch.equal(predictions, logits > 0))
# > True
# --8<-- [end:same]
