# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.ce-batch-mismatch"]
# ///
"""More or fewer rows of logits than targets: where they come from, and the line that keeps them together."""

import torch
from torch import nn

# --8<-- [start:causes]
criterion = nn.CrossEntropyLoss()
targets = torch.tensor([0, 1, 2, 0])  # (batch,)
sequences = torch.zeros(4, 5, 2)  # (batch, seq, features)
outputs, _ = nn.LSTM(2, 3, batch_first=True)(sequences)  # (batch, seq, 3)
images = torch.zeros(4, 6)
views = torch.cat([images, images + 1])  # two views of each image

for name, logits, labels in (
    ("outputs[-1]", outputs[-1], targets),  # the last sample
    ("outputs[:, -1]", outputs[:, -1], targets),  # the last step
    ("flattened", outputs.flatten(0, 1), torch.zeros(4, 5, dtype=torch.long)[:, 0]),
    ("both", outputs.flatten(0, 1), torch.zeros(4, 5, dtype=torch.long).flatten()),
    ("two views", nn.Linear(6, 3)(views), targets),
    ("repeated", nn.Linear(6, 3)(views), targets.repeat(2)),
):
    try:
        criterion(logits, labels)
        print(f"{name}: {tuple(logits.shape)} and {tuple(labels.shape)} fit")
    except ValueError as error:
        print(f"{name}: {error}")
# > outputs[-1]: Expected input batch_size (5) to match target batch_size (4).
# > outputs[:, -1]: (4, 3) and (4,) fit
# > flattened: Expected input batch_size (20) to match target batch_size (4).
# > both: (20, 3) and (20,) fit
# > two views: Expected input batch_size (8) to match target batch_size (4).
# > repeated: (8, 3) and (8,) fit
# --8<-- [end:causes]
