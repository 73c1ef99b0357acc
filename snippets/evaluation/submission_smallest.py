# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["infer.submission"]
# ///
"""From logits to a file: class index, label name, one row an id."""

import csv
from pathlib import Path

import torch

# --8<-- [start:smallest]
classes = ["cat", "dog", "fox"]
ids = ["0007", "0012", "0030"]
logits = torch.tensor([[0.1, 2.0, 0.3], [1.5, 0.2, 0.1], [0.0, 0.1, 3.0]])

labels = [classes[i] for i in logits.argmax(1).tolist()]
with open("submission.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["id", "label"])
    writer.writerows(zip(ids, labels, strict=True))

print(Path("submission.csv").read_text(), end="")
# > id,label
# > 0007,dog
# > 0012,cat
# > 0030,fox
# --8<-- [end:smallest]

# --8<-- [start:answer]
labels = [classes[i] for i in logits.argmax(1).tolist()]
rows = list(zip(ids, labels, strict=True))  # one row an id
# --8<-- [end:answer]
