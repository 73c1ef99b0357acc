# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Some competitions ask for a probability for each class instead of a label."""

import csv
from pathlib import Path

import torch

# --8<-- [start:columns]
classes = ["3", "5", "8"]  # the order of the training
ids = ["img_0400", "img_0401"]
logits = torch.tensor([[0.2, 0.1, 2.0], [1.5, 0.3, 0.0]])  # (samples, classes)
probabilities = logits.softmax(dim=1)

with open("submission.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["id", *classes])
    for id_, row in zip(ids, probabilities.tolist(), strict=True):
        writer.writerow([id_, *(f"{p:.6f}" for p in row)])
print(Path("submission.csv").read_text())
# > id,3,5,8
# > img_0400,0.125715,0.113752,0.760533
# > img_0401,0.656028,0.197592,0.146380
# >
sums = probabilities.sum(dim=1)
print(f"each row sums to 1: {torch.allclose(sums, torch.ones(len(ids)))}")
# > each row sums to 1: True
# --8<-- [end:columns]
